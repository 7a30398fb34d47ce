using System.Globalization;
using FeedHub.Articles;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Articles;

/// <summary>A paper on loopback whose feed has two sentences an item and whose pages have the articles, and a FeedHub that reads
/// it.</summary>
internal sealed class Paper : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    private Paper(FakeNewsroom newsroom, TestService service, FakeTimeProvider time, TempFolder folder)
    {
        (Newsroom, Service, Time) = (newsroom, service, time);
        _folder = folder;
    }

    public FakeNewsroom Newsroom { get; }

    public TestService Service { get; }

    public FakeTimeProvider Time { get; }

    public static async Task<Paper> StartAsync(string more = "\"content\": \"article\"", params string[] settings)
    {
        var (folder, newsroom) = (new TempFolder(), await FakeNewsroom.StartAsync());
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var service = await TestService.StartAsync(
            folder, Feeds.Json(Feeds.Source(newsroom.Url("/feed"), "Harbour", more)), time,
            settings: ["--FeedHub:Articles:HostGap=00:00:00", .. settings]);
        return new(newsroom, service, time, folder);
    }

    /// <summary>The feed lists these items, whose pages are at <c>/a/NAME</c>, the newest first.</summary>
    public void List(params IEnumerable<string> names) => Newsroom.Serve("/feed", Feeds.Rss("Harbour", names.Select(ItemOf)));

    /// <summary>The item as the feed has it.</summary>
    public Written ItemOf(string name) => new(
        name, Newsroom.Url($"/a/{name}"), $"Ferry {name} returns to the old harbour", Time.GetUtcNow().AddMinutes(-5),
        $"The ferry {name} is back. It had been away for years.");

    /// <summary>A page of an article: sentences that say the same in other words.</summary>
    public void Write(string name, string? body = null, string head = "") => Newsroom.Answer($"/a/{name}", Page(body ?? Text(name), head));

    /// <summary>An answer of HTML.</summary>
    public static RequestDelegate Page(string body, string head = "") => context =>
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"<!doctype html><html lang=en><head><title>Ferry</title>{head}</head><body><nav><a href=/>Home</a></nav><article>{body}</article></body></html>");
    };

    /// <summary>Six paragraphs about a ferry.</summary>
    public static string Text(string name) => string.Concat(Enumerable.Range(1, 6).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $"<p>In its chapter {i} the ferry {name} crossed the bay with {i * 13} passengers, and the captain told the crew that the weather of day {i} would hold until the evening.</p>")));

    public Task<string> PollAsync() => Service.PollAsync("harbour");

    /// <summary>Reads all pages that are due now; returns what came of each.</summary>
    public async Task<List<string>> ReadAsync()
    {
        var (turns, outcomes) = (Service.Services.GetRequiredService<PageTurns>(), new List<string>());
        while (outcomes.Count < 100 && await turns.NextAsync("127.0.0.1", CancellationToken.None) is { } read)
            outcomes.Add($"{new Uri(read.Page.Url).Segments[^1]} {read.Answer?.Outcome}");
        return outcomes;
    }

    /// <summary>Lets time pass, and those go out that have waited long enough.</summary>
    public Task<int> WaitAsync(TimeSpan time)
    {
        Time.Advance(time);
        return Service.Services.GetRequiredService<PageTurns>().ReleaseAsync();
    }

    /// <summary>How often a page was asked for.</summary>
    public int Asked(string path) => Newsroom.AskedFor(path).Count;

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await Newsroom.DisposeAsync();
        _folder.Dispose();
    }
}
