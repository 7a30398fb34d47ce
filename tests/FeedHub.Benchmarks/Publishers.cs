using System.Globalization;
using System.Text;

namespace FeedHub.Benchmarks;

/// <summary>Many publishers on one loopback server, each with a feed of made-up items; the same for every run.</summary>
public sealed class Publishers : IAsyncDisposable
{
    private static readonly DateTimeOffset Newest = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
    private static readonly string[] Words =
        "kota warga banjir harga beras menteri sidang polisi gempa hutan sekolah pasar jalan laut kapal the city council vote storm coast market price school river police hearing".Split(' ');

    private readonly WebApplication _app;

    private Publishers(WebApplication app, IReadOnlyList<string> urls, long bytes) => (_app, Urls, Bytes) = (app, urls, bytes);

    /// <summary>Address of each feed.</summary>
    public IReadOnlyList<string> Urls { get; }

    /// <summary>Bytes of all feeds together.</summary>
    public long Bytes { get; }

    /// <summary>Starts them.</summary>
    /// <param name="sources">Feeds.</param>
    /// <param name="items">Items of each.</param>
    public static async Task<Publishers> StartAsync(int sources, int items)
    {
        var feeds = Enumerable.Range(0, sources).Select(s => Encoding.UTF8.GetBytes(Feed(s, items))).ToList();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/{source:int}", (int source) => Results.Bytes(feeds[source], "application/rss+xml"));
        await app.StartAsync();
        return new(app, [.. Enumerable.Range(0, sources).Select(s => $"{app.Urls.First()}/{s}")], feeds.Sum(f => (long)f.Length));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Feed(int source, int items)
    {
        var feed = new StringBuilder();
        feed.Append(CultureInfo.InvariantCulture,
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>Source "
                + $"{source}</title><link>https://s{source}.example/</link><description>Made up</description>\n");
        for (var item = 0; item < items; item++)
        {
            var random = new Random((source * 1_000_003) + item);
            var id = FormattableString.Invariant($"{source}-{item}");
            feed.Append(CultureInfo.InvariantCulture,
                $"<item><title>{Sentence(random, 9)} "
                    + $"{id}</title><link>https://s{source}.example/news/{item}/{Sentence(random, 5).Replace(' ', '-')}</link>");
            feed.Append(CultureInfo.InvariantCulture,
                $"<guid isPermaLink=\"false\">s{source}:{item}</guid><pubDate>{Newest.AddMinutes((-item * 20) - (source % 20)):r}</pubDate><category>Politik</category>");
            feed.Append(
                CultureInfo.InvariantCulture,
                $"<description><![CDATA[<p>{Sentence(random, 40)}.</p><p>{Sentence(random, 60)}.</p>]]></description></item>\n");
        }

        return feed.Append("</channel></rss>").ToString();
    }

    private static string Sentence(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
}
