using FeedHub.Categories;
using FeedHub.Ingesting;
using FeedHub.Syndication.Tagging;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Categories;

/// <summary>The nightly training and the model's versions.</summary>
public sealed class TrainingTests : IAsyncLifetime
{
    private const string Page = "/hangfire/categories";
    private static readonly (string Category, string Words)[] Topics = [("Olahraga", "gol liga wasit stadion"), ("Politik", "pemilu parlemen partai menteri"), ("Kesehatan", "dokter pasien vaksin rumah sakit")];

    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task TooFewTexts_TrainNothing_AndSayHowManyAreNeeded()
    {
        await using var service = await StartAsync(10);
        Assert.StartsWith("nothing trained", await TrainAsync(service), StringComparison.Ordinal);
        Assert.Empty(await service.Services.GetRequiredService<ModelVersions>().AllAsync(CancellationToken.None));
    }

    [Fact]
    public async Task ATraining_IsJudgedOnStoriesHeldBack_AndTakenOnlyIfBetter()
    {
        await using var service = await StartAsync(300);
        var set = await service.Services.GetRequiredService<TrainingTexts>().GatherAsync(CancellationToken.None);
        Assert.Equal(300, set.Examples.Count + set.HeldBack.Count);
        Assert.Equal(60, set.HeldBack.Count);

        var said = await TrainAsync(service);
        var version = Assert.Single(await service.Services.GetRequiredService<ModelVersions>().AllAsync(CancellationToken.None));
        Assert.Equal(said.StartsWith("taken", StringComparison.Ordinal), version.InUse);
        Assert.Equal(version.InUse, version.Bytes > 0);
        Assert.True(!version.InUse || version.Score > version.FormerScore, said);
        Assert.Contains("against", await service.Client.GetStringAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_AreKeptInBounds_AndOneClickGoesBack_AlsoOverARestart()
    {
        await using (var service = await StartAsync(1))
        {
            for (var i = 0; i < 7; i++)
                await service.Services.GetRequiredService<ModelVersions>().AddAsync(Version(), CancellationToken.None);
            Assert.Equal(5, (await VersionsAsync(service)).Count(v => v.Bytes > 0));
            Assert.True((await VersionsAsync(service))[0].InUse);
            Assert.Equal($"{Page}?done=model#model", await service.DoAsync(Page, Page + "/model", ("version", "5")));
            Assert.Equal(5, (await VersionsAsync(service)).Single(v => v.InUse).Id);
        }

        await using var again = await StartAsync(1);
        Assert.Equal(5, (await VersionsAsync(again)).Single(v => v.InUse).Id);
        Assert.NotSame(CategoryModel.Shipped, again.Services.GetRequiredService<Taggers>().Model);
        _ = again.Services.GetRequiredService<Taggers>().Model.Value;
        await again.DoAsync(Page, Page + "/model", ("version", "shipped"));
        Assert.DoesNotContain(await VersionsAsync(again), v => v.InUse);
        Assert.Same(CategoryModel.Shipped, again.Services.GetRequiredService<Taggers>().Model);
        using var gone = await again.SendFormAsync(Page, Page + "/model", ("version", "1"));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, gone.StatusCode);
    }

    [Fact]
    public async Task AHabit_ThatNoItemHasShownForHalfAYear_IsForgotten()
    {
        await using var service = await StartAsync(10);
        var (aging, habits) = (service.Services.GetRequiredService<HabitAging>(), service.Services.GetRequiredService<HabitStore>());
        Assert.Contains(habits.Of(1).Counts, h => h is { Sign: "source:", Slug: "sport", Items: 4 });
        Assert.Equal(0, await aging.RunAsync(DateTimeOffset.UtcNow.AddDays(179), CancellationToken.None));
        Assert.True(await aging.RunAsync(DateTimeOffset.UtcNow.AddDays(181), CancellationToken.None) > 0);
        Assert.Empty(habits.Of(1).Counts);
    }

    private static ModelVersion Version()
    {
        using var bytes = new MemoryStream();
        CategoryModel.Shipped.Value.Save(bytes);
        return new() { TrainedAt = DateTimeOffset.UtcNow, Score = 0.9, FormerScore = 0.8, Model = bytes.Length > 0 ? bytes.ToArray() : [1] };
    }

    private static Task<IReadOnlyList<ModelSummary>> VersionsAsync(TestService service) => service.Services.GetRequiredService<ModelVersions>().AllAsync(CancellationToken.None);

    private static Task<string> TrainAsync(TestService service) => service.Services.GetRequiredService<TrainingJob>().RunAsync(CancellationToken.None);

    private async Task<TestService> StartAsync(int items)
    {
        _newsroom.Serve("/a", Feeds.Rss("Alpha", Enumerable.Range(0, items).Select(Item)));
        var service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha", "\"language\": \"id\"")));
        await service.PollAsync("alpha");
        return service;
    }

    private static Written Item(int number)
    {
        var (category, words) = Topics[number % Topics.Length];
        return new($"g{number}", $"https://alpha.example/{number}", $"Kabar {number} {words}", DateTimeOffset.UtcNow.AddMinutes(-number), $"{words} {number * 7919}", category);
    }
}
