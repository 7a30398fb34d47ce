using System.Globalization;
using System.Text;

namespace FeedHub.Benchmarks.Speed;

/// <summary>
/// Many publishers on one loopback server, each with a feed of invented items of some 2.6 kB and dates of this week (<see
/// cref="NewsText"/>).
/// Each <see cref="Advance"/> adds one new item to each feed; until the next, conditional requests are answered by 304.
/// </summary>
internal sealed class NewsPublishers : IAsyncDisposable
{
    // Some 2.6 kB an item.
    private const int Paragraphs = 9;

    private readonly WebApplication _app;
    private readonly int _sources;
    private readonly int _items;
    private readonly bool _isSlow;
    private readonly DateTimeOffset _newest = DateTimeOffset.UtcNow.AddMinutes(-10);
    private byte[][] _feeds = [];
    private bool _isEmpty;
    private int _round;
    private int _answered;
    private int _notModified;

    private NewsPublishers(int sources, int items, bool isEmpty, int hosts, bool isSlow)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls([.. Enumerable.Range(1, hosts).Select(host => $"http://127.0.0.{host}:0")]);
        (_app, _sources, _items, _isEmpty, _isSlow) = (builder.Build(), sources, items, isEmpty, isSlow);
        _app.Run(AnswerAsync);
        Write();
    }

    /// <summary>Address of each feed.</summary>
    public IReadOnlyList<string> Urls => [.. Enumerable.Range(0, _sources).Select(s => $"{_app.Urls.ElementAt(s % _app.Urls.Count)}/{s}")];

    /// <summary>Requests answered so far.</summary>
    public int Answered => Volatile.Read(ref _answered);

    /// <summary>How many of them by 304.</summary>
    public int NotModified => Volatile.Read(ref _notModified);

    /// <summary>Bytes of all feeds together, as they are now.</summary>
    public long Bytes => _feeds.Sum(feed => (long)feed.Length);

    /// <summary>Starts them.</summary>
    /// <param name="sources">Feeds.</param>
    /// <param name="items">Items of each.</param>
    /// <param name="isEmpty">True if they list none before <see cref="Open"/>.</param>
    /// <param name="hosts">Hosts of the feeds.</param>
    /// <param name="isSlow">True if they answer after 50 to 400 ms.</param>
    public static async Task<NewsPublishers> StartAsync(
        int sources, int items, bool isEmpty = false, int hosts = 1, bool isSlow = false)
    {
        var publishers = new NewsPublishers(sources, items, isEmpty, hosts, isSlow);
        await publishers._app.StartAsync();
        return publishers;
    }

    /// <summary>Each feed lists its items from now on, if it was empty, and so many are new.</summary>
    public void Open(int items = 1)
    {
        _isEmpty = false;
        Advance(items);
    }

    /// <summary>Each feed has so many new items from now on, and its oldest no more.</summary>
    public void Advance(int items = 1)
    {
        _round += items;
        Write();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _answered);
        if (_isSlow)
            await Task.Delay(Random.Shared.Next(50, 400));
        var etag = $"\"{_round}\"";
        context.Response.Headers.ETag = etag;
        if (context.Request.Headers.IfNoneMatch == etag)
        {
            Interlocked.Increment(ref _notModified);
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var feed = _feeds[int.Parse(context.Request.Path.Value!.AsSpan(1), CultureInfo.InvariantCulture)];
        context.Response.ContentType = "application/rss+xml";
        context.Response.ContentLength = feed.Length;
        await context.Response.Body.WriteAsync(feed);
    }

    private void Write() => _feeds = [.. Enumerable.Range(0, _sources).Select(Feed)];

    private byte[] Feed(int source)
    {
        var feed = new StringBuilder();
        feed.Append(CultureInfo.InvariantCulture,
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>Source {source}</title>"
            + $"<link>https://s{source}.example/</link><description>Made up</description>\n");
        for (var item = _items - 1 + _round; item >= _round && !_isEmpty; item--)
            Append(feed, source, item);
        return Encoding.UTF8.GetBytes(feed.Append("</channel></rss>").ToString());
    }

    // The higher the number, the newer: two hours from one to the next at first, so that fifty items are of four days; then a minute.
    private void Append(StringBuilder feed, int source, int item)
    {
        var news = NewsText.Item((item * _sources) + source, Paragraphs);
        var at = _newest.AddMinutes((item < _items ? (item - _items) * 120 : item - _items) - (source % 60));
        feed.Append(CultureInfo.InvariantCulture,
            $"<item><title>{news.Title}</title><link>https://s{source}.example/news/{item}/a-headline-of-the-day</link>"
            + $"<guid isPermaLink=\"false\">s{source}:{item}</guid><pubDate>{at:r}</pubDate><category>Politik</category>"
            + $"<description><![CDATA[{news.ContentHtml}]]></description></item>\n");
    }
}
