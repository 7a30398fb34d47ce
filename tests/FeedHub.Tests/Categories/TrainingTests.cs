using FeedHub.Categories;
using FeedHub.HealthFeed;
using FeedHub.Model.Access;
using FeedHub.Model.Categories;
using FeedHub.Model.Health;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Statements.Habits;
using FeedHub.Syndication.Tagging;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Categories;

/// <summary>The nightly training and the model's versions.</summary>
public sealed class TrainingTests : IAsyncLifetime
{
    private const string Page = "/hangfire/categories";
    private static readonly (string Category, string Words)[] Topics = [("Olahraga", "gol liga wasit stadion"),
        ("Politik", "pemilu parlemen partai menteri"), ("Kesehatan", "dokter pasien vaksin rumah sakit")];


    // Words that no model knows: a model that learns them does better.
    private static readonly (string Category, string Words)[] MadeUp
        = [("Olahraga", "zorvak mimbel"), ("Politik", "quintrel drabos"), ("Kesehatan", "felnaru hosprix")];

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
    public async Task AModelThatIsTaken_AndTheWayBack_AreWrittenDown()
    {
        await using var service = await StartAsync(300, MadeUp);
        Assert.StartsWith("taken", await TrainAsync(service), StringComparison.Ordinal);
        await service.DoAsync(Page, Page + "/model", ("version", "shipped"));

        var told = Assert.Single(
            await service.Services.GetRequiredService<HealthEventQueries>().NewestAsync(10, CancellationToken.None),
            e => e.Kind == HealthEventKind.ModelRetrained);
        Assert.StartsWith("The model that was trained last is taken: ", told.Text.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "A newly trained model of the categories is in use",
            await service.Client.GetStringAsync("/health.atom"),
            StringComparison.Ordinal);
        var entries = await service.Services.GetRequiredService<AuditLog>()
            .PageAsync(new(AuditArea.Categories, "model"), before: null, 10, CancellationToken.None);
        Assert.Equal(["local: model chosen", "FeedHub: model retrained"], entries.Select(e => $"{e.Who}: {e.What}"));
        Assert.Equal("the shipped one", entries[0].Target);
        Assert.Contains("on 60 texts held back", entries[1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATrainingThatIsNotTaken_TellsNobody_ThatTheModelChanged()
    {
        await using var service = await StartAsync(300, MadeUp);
        await TrainAsync(service);
        Assert.StartsWith("not taken", await TrainAsync(service), StringComparison.Ordinal);
        Assert.Single(
            await service.Services.GetRequiredService<HealthEventQueries>().NewestAsync(10, CancellationToken.None),
            e => e.Kind == HealthEventKind.ModelRetrained);
        Assert.Single(await service.Services.GetRequiredService<AuditLog>()
            .PageAsync(new(AuditArea.Categories, "retrained"), before: null, 10, CancellationToken.None));
        Assert.True((await VersionsAsync(service))[^1].InUse);
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
        return new()
        {
            TrainedAt = DateTimeOffset.UtcNow,
            Score = 0.9,
            FormerScore = 0.8,
            Model = bytes.Length > 0 ? bytes.ToArray() : [1]
        };
    }

    private static Task<IReadOnlyList<ModelSummary>> VersionsAsync(TestService service) =>
        service.Services.GetRequiredService<ModelVersions>().AllAsync(CancellationToken.None);

    private static Task<string> TrainAsync(TestService service) =>
        service.Services.GetRequiredService<TrainingJob>().RunAsync(CancellationToken.None);

    private async Task<TestService> StartAsync(int items, (string Category, string Words)[]? topics = null)
    {
        _newsroom.Serve("/a", Feeds.Rss("Alpha", Enumerable.Range(0, items).Select(number => Item(number, topics ?? Topics))));
        var service = await TestService.StartAsync(_folder, Feeds.Json(Feeds.Source(_newsroom.Url("/a"), "Alpha", "\"language\": \"id\"")));
        await service.PollAsync("alpha");
        return service;
    }

    private static Written Item(int number, (string Category, string Words)[] topics)
    {
        var (category, words) = topics[number % topics.Length];
        return new(
            $"g{number}",
            $"https://alpha.example/{number}",
            $"Kabar {number} {words}",
            DateTimeOffset.UtcNow.AddMinutes(-number),
            $"{words} {number * 7919}",
            category);
    }
}
