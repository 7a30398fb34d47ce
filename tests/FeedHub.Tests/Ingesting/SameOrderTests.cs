using System.Collections.Concurrent;
using FeedHub.Polling;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Ingesting;

/// <summary>Documents that are stored in the same order make the same stories, by any reader, at any time, and with anything else at a
/// time.</summary>
public sealed class SameOrderTests : IAsyncLifetime
{
    private const int Sources = 24;
    private const int Items = 16;
    private const int Times = 3;

    private static readonly string[] Words =
        [.. Enumerable.Range(0, 8000).Select(n =>
            $"{"bdgklmprst"[n % 10]}{"aeiou"[n / 10 % 5]}{"nrlskm"[n / 50 % 6]}{"aiuoe"[n / 300 % 5]}{(char)('a' + (n / 1500))}")];

    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        for (var source = 0; source < Sources; source++)
            _newsroom.Serve($"/{source:D2}", Feeds.Rss($"S{source:D2}", Enumerable.Range(0, Items).Select(n => Item(source, n))));
    }

    public async Task DisposeAsync() => await _newsroom.DisposeAsync();

    [Fact]
    public async Task TheSameDocumentsInTheSameOrder_AreTheSameStories()
    {
        var first = await StoriesAsync();
        Assert.Equal(Sources * Items, first.Count);
        Assert.InRange(first.Values.Select(item => item.Lead).Distinct().Count(), 40, (Sources * Items) - 15);
        for (var time = 1; time < Times; time++)
            Assert.Equal(first, await StoriesAsync());
    }

    // Of each item its story's lead, by which score it came there, and the story's categories.
    private async Task<SortedDictionary<string, (string Lead, double? Score, string Tags)>> StoriesAsync()
    {
        using var folder = new TempFolder();
        await using var service = await TestService.StartAsync(
            folder, Feeds.Json(Enumerable.Range(0, Sources).Select(n => Feeds.Source(_newsroom.Url($"/{n:D2}"), $"S{n:D2}"))));
        await PollAsync(service.Services);
        await using var db = await service.DatabaseAsync();
        var guids = await db.Items.ToDictionaryAsync(item => item.Id, item => item.Guid!);
        var rows = await db.Items.Include(item => item.Story).AsNoTracking().ToListAsync();
        return new(rows.ToDictionary(
            item => item.Guid!,
            item => (guids[item.Story.LeadItemId], item.Score, string.Join(' ', item.Tags.Select(tag => $"{tag.Slug} {tag.Confidence}")))));
    }

    // Read by many threads at a time, in any order; handed to the writer one by one, but not one after the other is stored.
    private static async Task PollAsync(IServiceProvider services)
    {
        var (turns, poller) = (services.GetRequiredService<BatchTurns>(), services.GetRequiredService<Poller>());
        var sources =
            await turns.LeaseAsync([.. Enumerable.Range(1, Sources).Select(id => (long)id)], refresh: true, CancellationToken.None);
        var read = new ConcurrentDictionary<long, ReadPoll>();
        await Parallel.ForEachAsync(
            sources,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (source, cancellation) => read[source.Id] = await poller.ReadAsync(source, cancellation));
        await Task.WhenAll([.. read.OrderBy(poll => poll.Key).Select(poll => poller.StoreAsync(poll.Value))]);
    }

    // Every third item is told by others too, cut, lengthened and retitled to different degrees: some join, some just do not.
    private Written Item(int source, int n)
    {
        var number = (source * Items) + n;
        var told = n % 3 == 0 ? (number * 7) % 50 : 1000 + number;
        var (text, own) = (new Random(told), new Random(number));
        var words = Enumerable.Range(0, 140).Select(_ => Words[text.Next(Words.Length)]).ToArray();
        var changed = n % 3 == 0 ? own.Next(0, 20) : 0;
        for (var i = 0; i < changed; i++)
            words[own.Next(words.Length)] = Words[own.Next(Words.Length)];
        var kept = words.Take(own.Next(50, words.Length)).ToArray();
        return new(
            $"g{source}-{n}", $"https://s{source}.example/{n}", string.Join(' ', (own.Next(2) == 0 ? words : kept.Reverse()).Take(8)),
            _now.AddMinutes(-10 - (own.Next(2000))), $"<![CDATA[<p>{string.Join(' ', kept)}.</p>]]>", n % 2 == 0 ? "Politik" : "Sport");
    }
}
