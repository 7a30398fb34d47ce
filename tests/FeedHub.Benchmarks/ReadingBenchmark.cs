using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using CodeHollow.FeedReader;
using FeedHub.Syndication.Reading;

namespace FeedHub.Benchmarks;

/// <summary>
/// How fast documents become items, against readers that do less: each reads the same bytes, over the files of a folder that all of
/// them accept. What FeedHub does to texts afterwards is timed apart.
/// </summary>
internal static class ReadingBenchmark
{
    private const int Rounds = 7;

    private static readonly (string Name, Action<byte[]> Read)[] Readers =
    [
        ("CodeHollow.FeedReader", bytes => _ = FeedReader.ReadFromByteArray(bytes).Items.Count),
        ("FeedHub", bytes => _ = Parse(bytes).Items.Count),
        ("System.ServiceModel.Syndication", bytes =>
        {
            using var xml = XmlReader.Create(new MemoryStream(bytes), new() { DtdProcessing = DtdProcessing.Ignore });
            _ = SyndicationFeed.Load(xml).Items.Count();
        }),
        ("XmlReader, a bare scan", bytes =>
        {
            using var xml = XmlReader.Create(new MemoryStream(bytes), new() { DtdProcessing = DtdProcessing.Ignore });
            while (xml.Read())
            {
            }
        }),
    ];

    public static int Run(string folder)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var all = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)
            .ToList();
        var files = all.Where(bytes => Array.TrueForAll(Readers, reader => Accepts(reader.Read, bytes))).ToList();
        var bytes = files.Sum(file => (long)file.Length);
        Console.WriteLine(
            $"{files.Count} of {all.Count} files are accepted by all, {bytes / 1e6:0.0} MB; CPU of the best of {Rounds} rounds");
        var best = Best([.. Readers.Select(reader => (Action)(() => files.ForEach(reader.Read)))]);
        foreach (var ((name, _), time) in Readers.Zip(best))
            Console.WriteLine(Line(name, bytes, time, best[0]));
        Texts(files, bytes, best[0]);
        return 0;
    }

    // What is done to an item's texts once, when it is new; sanitising only when it is shown.
    private static void Texts(List<byte[]> files, long bytes, TimeSpan library)
    {
        var items = files.SelectMany(file => Parse(file).Items).ToList();
        var now = TimeProvider.System.GetUtcNow();
        var best = Best([
            () => items.ForEach(item => ItemText.Of(item, TimeZoneInfo.Utc, now)),
            () => items.ForEach(item => HtmlText.Sanitise(item.ContentHtml ?? "", item.BaseUrl)),
        ]);
        Console.WriteLine(Line($"and of {items.Count} items: text, byline, language", bytes, best[0], library));
        Console.WriteLine(Line("and sanitising", bytes, best[1], library));
    }

    private static ParsedFeed Parse(byte[] bytes) =>
        FeedDocument.Read(bytes, new ReadOptions { Now = TimeProvider.System.GetUtcNow(), BaseUrl = new Uri("https://document.invalid/") });

    private static bool Accepts(Action<byte[]> read, byte[] bytes)
    {
        try
        {
            read(bytes);
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return false;
        }
    }

    // Turn and turn about, so that what else the machine does falls on all alike.
    private static TimeSpan[] Best(Action[] works)
    {
        var best = Enumerable.Repeat(TimeSpan.MaxValue, works.Length).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < works.Length; i++)
            {
                GC.Collect();
                var before = Environment.CpuUsage.TotalTime;
                works[i]();
                var time = Environment.CpuUsage.TotalTime - before;
                best[i] = time < best[i] ? time : best[i];
            }
        }

        return best;
    }

    private static string Line(string name, long bytes, TimeSpan time, TimeSpan library) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-50} {bytes / 1e6 / time.TotalSeconds,8:0.0} MB/s {library / time,8:0.00} of CodeHollow's speed");
}
