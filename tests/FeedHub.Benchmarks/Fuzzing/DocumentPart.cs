using System.Globalization;
using FeedHub.Syndication.Reading;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>Documents: read, made safe, written in every format and read back.</summary>
internal sealed class DocumentPart : IFuzzPart
{
    private const int MostTime = 5;
    private const int MostShrinking = 400;

    private readonly DocumentSeeds _seeds = new();
    private int _read;
    private long _items;
    private double _slowest;

    public string Name => "documents";

    public string Progress =>
        string.Create(CultureInfo.InvariantCulture, $" ({_read} were feeds, with {_items} items; the slowest took {_slowest:F1} s)");

    public Task TryAsync(Random random, Func<Finding, bool> isNew, Action<Finding, byte[]> report)
    {
        var document = _seeds.Make(random);
        var options = Options(random, document.ContentType);
        foreach (var finding in Check(document, options, isCounted: true))
            report(finding, isNew(finding) ? Shrunk(document, options, finding) : document.Body);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => default;

    // CPU time: other programs have the machine too.
    private IReadOnlyList<Finding> Check(FuzzDocument document, ReadOptions options, bool isCounted)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var findings = new DocumentCheck(document, options).Run(out var feed);
        var seconds = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        if (isCounted)
            (_read, _items, _slowest) = (_read + (feed is null ? 0 : 1), _items + (feed?.Items.Count ?? 0), Math.Max(_slowest, seconds));
        return seconds > MostTime && document.Body.Length < 1_000_000
            ? [.. findings, new("slow document", FormattableString.Invariant($"{seconds:F1} s for {document.Body.Length} bytes"))]
            : findings;
    }

    private static ReadOptions Options(Random random, string? contentType) => new()
    {
        ContentType = contentType,
        BaseUrl = random.OneIn(4) ? null : new Uri("https://site.example/feeds/news.xml?x=1"),
        Now = new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero),
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(random.Pick(["UTC", "Asia/Jakarta", "America/St_Johns"])),
        Truncated = random.OneIn(10),
        MaxTextBytes = random.OneIn(10) ? 500 : 10 * 1024 * 1024,
        Repeated = random.OneIn(2) ? RepeatedSentences.None : null,
    };

    // As small as cutting out pieces makes it while the same is found.
    private byte[] Shrunk(FuzzDocument document, ReadOptions options, Finding finding)
    {
        if (document.Items is not null || finding.Kind.StartsWith("slow", StringComparison.Ordinal))
            return document.Body;
        var (body, tries) = (document.Body, 0);
        for (var piece = body.Length / 2; piece > 0; piece /= 2)
        {
            for (var at = 0; at + piece <= body.Length && tries++ < MostShrinking;)
            {
                byte[] smaller = [.. body.AsSpan(0, at), .. body.AsSpan(at + piece)];
                if (Check(document with { Body = smaller }, options, isCounted: false).Any(found => found.Kind == finding.Kind))
                    body = smaller;
                else
                    at += piece;
            }
        }

        return body;
    }
}
