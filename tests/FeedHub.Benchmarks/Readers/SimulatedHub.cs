using System.Text;
using System.Text.Json;
using FeedHub.Fetching;
using FeedHub.Hosting;
using FeedHub.Model.Stories;
using FeedHub.Polling;
using FeedHub.Publishing;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

// The tests compile this file too, where these are not there by themselves.
#pragma warning disable IDE0005
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
#pragma warning restore IDE0005

namespace FeedHub.Benchmarks.Readers;

/// <summary>FeedHub as it is, over a real database, with the simulation's clock and without a network: documents are handed to its
/// poller.</summary>
internal sealed class SimulatedHub : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DatabaseWriter _writer;
    private readonly Dictionary<string, long> _sources;
    private readonly Dictionary<long, long> _published = [];

    private SimulatedHub(WebApplication app, Dictionary<string, long> sources) =>
        (_app, _writer, _sources) = (app, app.Services.GetRequiredService<DatabaseWriter>(), sources);

    public static async Task<SimulatedHub> StartAsync(string folder, IEnumerable<SimulatedPublisher> press, TimeProvider clock)
    {
        var feeds = press.Select(paper => new { url = paper.Url, title = $"Paper {paper.Number}" });
        await File.WriteAllTextAsync(
            Path.Combine(folder, "feeds.json"), JsonSerializer.Serialize(new { title = "Simulated", sources = feeds }));
        var builder = Program.CreateBuilder(
        [
            "--urls=http://127.0.0.1:0", $"--FeedHub:FeedsFile={Path.Combine(folder, "feeds.json")}",
            $"--FeedHub:DataDirectory={Path.Combine(folder, "data")}",
        ]);
        builder.Services.Replace(ServiceDescriptor.Singleton(clock));
        builder.Logging.ClearProviders();
        var app = builder.BuildApp();
        await app.PrepareAsync();
        await app.Services.GetRequiredService<DatabaseWriter>().StartAsync(CancellationToken.None);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<FeedHubDb>>().CreateDbContextAsync();
        return new(app, await db.Sources.ToDictionaryAsync(source => source.Url, source => source.Id));
    }

    /// <summary>Polls a publisher that lists this.</summary>
    public Task PollAsync(string url, string rss, DateTimeOffset now) => _app.Services.GetRequiredService<Poller>().PollDownloadedAsync(
        _sources[url],
        now,
        new FetchResult
        {
            Outcome = FetchOutcome.Fetched, Status = 200, FinalUrl = url, Body = Encoding.UTF8.GetBytes(rss),
            ContentType = "application/rss+xml",
        },
        CancellationToken.None);

    /// <summary>What the reader's address shows now.</summary>
    public async Task<IReadOnlyList<Entry>> PageAsync(SimulatedReader reader)
    {
        var stories = _app.Services.GetRequiredService<StoryQueries>();
        StoryFilter filter = reader.Source is { } source ? reader.Filter with { Sources = [new(_sources[source], "one", "One")] }
            : reader.Filter;
        var page = await (reader.IsOfPage
            ? stories.ChooseAsync(filter, CancellationToken.None)
            : stories.ChooseForFeedAsync(filter, CancellationToken.None));
        if (!reader.Filter.DatesFound)
            await RecallAsync(page.Places.Select(place => place.Id).Where(id => !_published.ContainsKey(id)));
        return [.. page.Places.Select(place =>
            new Entry(place.Id, (reader.Filter.DatesFound ? place.SortAt : _published[place.Id]) / 1000))];
    }

    /// <summary>Every story that was found in this span, with the address of the source that it was found at.</summary>
    public async Task<IReadOnlyDictionary<long, string>> FoundAsync(DateTimeOffset from, DateTimeOffset to)
    {
        await using var db = await DatabaseAsync();
        return await db.Items.Where(item => item.Id == item.Story.LeadItemId && item.Story.SortAt >= from && item.Story.SortAt < to)
            .Select(item => new { item.StoryId, item.Source.Url }).ToDictionaryAsync(lead => lead.StoryId, lead => lead.Url);
    }

    /// <summary>Every story of which an item was found at this source in this span.</summary>
    public async Task<IReadOnlyList<long>> FoundAtAsync(string source, DateTimeOffset from, DateTimeOffset to)
    {
        await using var db = await DatabaseAsync();
        var id = _sources[source];
        return await db.Items.Where(item => item.SourceId == id && item.FirstSeenAt >= from && item.FirstSeenAt < to)
            .Select(item => item.StoryId).Distinct().ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private Task<FeedHubDb> DatabaseAsync() => _app.Services.GetRequiredService<IDbContextFactory<FeedHubDb>>().CreateDbContextAsync();

    private async Task RecallAsync(IEnumerable<long> stories)
    {
        var ids = stories.ToList();
        if (ids.Count == 0)
            return;
        await using var db = await DatabaseAsync();
        foreach (var story in await db.Stories.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.PublishedAt }).ToListAsync())
            _published[story.Id] = story.PublishedAt.ToUnixTimeMilliseconds();
    }
}
