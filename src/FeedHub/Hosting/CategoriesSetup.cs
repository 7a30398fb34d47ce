using FeedHub.Categories;
using FeedHub.Dashboard.Categories;
using FeedHub.Jobs;
using FeedHub.Storage.Statements.Habits;
using FeedHub.Storage.Statements.Items;

namespace FeedHub.Hosting;

/// <summary>The categories room in the container.</summary>
internal static class CategoriesSetup
{
    /// <summary>Adds what is learnt and said about categories, and the jobs that go by it.</summary>
    public static IServiceCollection AddCategories(this IServiceCollection services) => services
        .AddSingleton<HabitStore>()
        .AddPurge<HabitAging>()
        .AddSingleton<AliasBook>()
        .AddSingleton<Corrections>()
        .AddSingleton<LabelExport>()
        .AddSingleton<ModelVersions>()
        .AddSingleton<TrainingTexts>()
        .AddTransient<TrainingJob>()
        .AddSingleton<LongWork>()
        .AddSingleton<UnknownWords>()
        .AddSingleton<RuleFigures>()
        .AddSingleton<ThresholdTrade>()
        .AddSingleton<CategoryFigures>()
        .AddSingleton<DryRun>()
        .AddSingleton<RuleDrafts>()
        .AddSingleton<RulePosts>()
        .AddSingleton<DropFigures>()
        .AddSingleton<ItemFinder>()
        .AddSingleton<Trial>()
        .AddSingleton<Retagging>()
        .AddSingleton<RetagBatches>()
        .AddTransient<RetagJob>();
}
