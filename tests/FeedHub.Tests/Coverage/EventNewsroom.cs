using System.Text.Json;
using FeedHub.Coverage;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Coverage;

/// <summary>Papers that report a dam that broke, each in its own words, and other news.</summary>
public sealed class EventNewsroom : IAsyncDisposable
{
    private static readonly (string Title, string Text)[] Dam =
    [
        ("Dam failure in Orvale forces 2,300 from homes",
            "A dam above the town of Orvale gave way early on Tuesday and sent mud through two "
            + "neighborhoods. Governor Ilse Marchetti said nobody was missing in Orvale."),
        ("Thousands flee as dam bursts above Orvale", "Mud poured into Orvale before dawn when the dam of a mine broke. The governor, Ilse "
            + "Marchetti, praised crews in boats who went from house to house."),
        ("Orvale dam burst: mine company promises to pay",
            "The owner of the dam that burst above Orvale on Tuesday will pay for shelter and "
            + "repairs, it said. Some 2,300 people of Orvale sleep in school halls."),
    ];

    private static readonly (string Title, string Text)[] Others =
    [
        ("Striker Delacroix out for six weeks",
            "Harrow Vale striker Luc Delacroix tore a hamstring in training and will see a specialist in Zurich."),
        ("Central bank of Tarsia cuts its rate",
            "Tarsia's central bank lowered borrowing costs by a quarter point, citing weak exports and jobs."),
        ("Rover finds clay of an ancient lake",
            "Layers of clay in Haldane crater hold salts of the kind left behind when water dries slowly."),
    ];

    private readonly TempFolder _folder = new();
    private readonly FakeNewsroom _newsroom;

    private EventNewsroom(FakeNewsroom newsroom) => _newsroom = newsroom;

    /// <summary>When the dam broke.</summary>
    public DateTimeOffset Morning { get; } = DateTimeOffset.UtcNow.AddHours(-8);

    public static async Task<EventNewsroom> BeginAsync()
    {
        var newsroom = new EventNewsroom(await FakeNewsroom.StartAsync());
        foreach (var paper in (string[])["alpha", "beta", "gamma", "delta"])
            newsroom.Serve(paper);
        return newsroom;
    }

    /// <summary>What a paper lists: the so manieth report of the dam, a second one, and the so manieth of the other news; none for
    /// null.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="dam">Which report of the dam.</param>
    /// <param name="other">Which of the other news.</param>
    /// <param name="more">What stands behind each text.</param>
    /// <param name="second">Which second report of the dam.</param>
    /// <param name="notes">So many short notes of unlike words, each four hours after the dam broke.</param>
    public void Serve(string paper, int? dam = null, int? other = null, string more = "", int? second = null, int notes = 0) =>
        _newsroom.Serve($"/{paper}", Feeds.Rss(paper, [
        .. Enumerable.Range(0, notes).Select(n => Told(paper, $"note{n}", 4, ($"Note {n}: {Word(n)} {Word(n + 500)}", Word(n + 1000)), "")),
        .. dam is { } d ? [Told(paper, "dam", d, Dam[d], more)] : Array.Empty<Written>(),
        .. second is { } s ? [Told(paper, "second", s, Dam[s], more)] : Array.Empty<Written>(),
        .. other is { } o ? [Told(paper, "other", o + 3, Others[o], more)] : Array.Empty<Written>(),
    ]));

    public Task<TestService> StartAsync(TimeProvider? time = null) => TestService.StartAsync(
        _folder,
        Feeds.Json(((string[])["alpha", "beta", "gamma", "delta"]).Select(
            paper => Feeds.Source(_newsroom.Url($"/{paper}"), paper, "\"language\": \"en\""))),
        time);

    /// <summary>Polls these papers and sorts what came into events.</summary>
    public static async Task PollAsync(TestService service, params string[] papers)
    {
        foreach (var paper in papers)
            await service.PollAsync(paper);
        await SortAsync(service);
    }

    public static Task SortAsync(TestService service) =>
        service.Services.GetRequiredService<EventKeeper>().CatchUpAsync(CancellationToken.None);

    /// <summary>The story that a paper has of the dam, as the API shows it.</summary>
    public static async Task<JsonElement> StoryOfAsync(TestService service, string paper, string what = "dam") =>
        (await service.ItemsOf($"/api/stories?source={paper}"))
        .Single(s => s.GetProperty("items")[0].GetProperty("id").GetString() == $"{paper}-{what}");

    public static async Task<JsonElement> EventAsync(TestService service, string id) => await service.GetJsonAsync($"/api/coverage/{id}");

    public static IEnumerable<string?> SourcesOf(JsonElement told) =>
        told.GetProperty("stories").EnumerateArray().Select(story => story.GetProperty("items")[0].GetProperty("source").GetString());

    public async ValueTask DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    private static string Word(int n) => $"{(char)('a' + (n % 26))}{(char)('a' + (n / 26 % 26))}{(char)('a' + (n * 7 % 26))}{n}";

    private Written Told(string paper, string what, int hour, (string Title, string Text) told, string more) => new(
        $"{paper}-{what}", $"https://{paper}.example/{what}", told.Title, Morning.AddHours(hour), told.Text + more);
}
