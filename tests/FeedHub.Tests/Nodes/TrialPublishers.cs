using System.Collections.Concurrent;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace FeedHub.Tests.Nodes;

/// <summary>Publishers that go on publishing, two of them each story in the same words, and note when they were asked.</summary>
internal sealed class TrialPublishers(FakeNewsroom newsroom, int sources, int seed)
{
    /// <summary>So many sources are at one host.</summary>
    public const int AtHost = 8;

    private const int InFeed = 60;

    // What a node had asked when it was killed is asked again once its hosts are free.
    private static readonly TimeSpan HostsOfKilled = TimeSpan.FromSeconds(10);
    private static readonly DateTimeOffset Newest = DateTimeOffset.UtcNow;

    private readonly TimeSpan _interval = TimeSpan.FromSeconds(Math.Max(2, sources / 50));
    private readonly Random _random = new(seed);
    private readonly List<Written>[] _items = [.. Enumerable.Range(0, sources).Select(_ => new List<Written>())];
    private readonly ConcurrentDictionary<int, ConcurrentQueue<(DateTime At, string By)>> _asked = new();
    private int _stories;

    /// <summary>Items so far.</summary>
    public int Items { get; private set; }

    /// <summary>What feeds.json says of them.</summary>
    public string FeedsJson => Feeds.Json(Enumerable.Range(0, sources).Select(s =>
        $$"""{ "url": "{{newsroom.Url($"/s{s}", s / AtHost)}}", "title": "s{{s}}", "interval": "{{_interval:c}}" }"""));

    /// <summary>Publishes some stories, each in two sources.</summary>
    public void Publish(int stories)
    {
        var changed = new HashSet<int>(_stories == 0 ? Enumerable.Range(0, sources) : []);
        for (var n = 0; n < stories; n++, _stories++)
        {
            var (source, text) = (_random.Next(sources), Text(_stories));
            foreach (var one in new[] { source, (source + 1 + _random.Next(sources - 1)) % sources })
            {
                _items[one].Insert(0, new(
                    $"s{one}:{_stories}", $"https://s{one}.example/{_stories}", text[..60], Newest.AddSeconds(-_stories), text));
                Items++;
                changed.Add(one);
            }
        }

        foreach (var source in changed)
            Serve(source, Feeds.Rss($"s{source}", _items[source].Take(InFeed)));
    }

    /// <summary>Where a source was asked sooner after the time before than it may be: when, by whom before, and by whom.</summary>
    public IReadOnlyList<string> TooOften =>
    [
        .. _asked.SelectMany(source => source.Value.Zip(
                source.Value.Skip(1), (before, next) => (Source: source.Key, Before: before, Next: next)))
            .Where(pair => pair.Next.At - pair.Before.At < TooSoon).OrderBy(pair => pair.Next.At)
            .Select(pair => $"{pair.Next.At:HH:mm:ss.fff} s{pair.Source}: {(pair.Next.At - pair.Before.At).TotalSeconds:f2} s after, "
                + $"{pair.Before.By} and {pair.Next.By}"),
    ];

    private TimeSpan TooSoon => 0.8 * (_interval < HostsOfKilled ? _interval : HostsOfKilled);

    private void Serve(int source, string feed)
    {
        var etag = $"\"{_items[source].Count}\"";
        newsroom.Answer($"/s{source}", context =>
        {
            _asked.GetOrAdd(source, _ => new()).Enqueue((DateTime.UtcNow, context.Request.Headers.UserAgent.ToString().Split(' ')[^1]));
            context.Response.Headers.ETag = etag;
            if (context.Request.Headers.IfNoneMatch == etag)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            context.Response.ContentType = "application/rss+xml";
            return context.Response.WriteAsync(feed);
        });
    }

    // Words that no two stories share.
    private static string Text(int story)
    {
        var random = new Random(story);
        return string.Join(' ', Enumerable.Range(0, 60).Select(_ => $"w{random.Next(1_000_000):x}"));
    }
}
