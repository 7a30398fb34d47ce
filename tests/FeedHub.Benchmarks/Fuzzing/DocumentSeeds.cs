using System.Text;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>A document as a server would send it.</summary>
/// <param name="Body">Its bytes.</param>
/// <param name="ContentType">The header, or null.</param>
/// <param name="Items">How many items are in it, where that is known for sure; else null.</param>
internal sealed record FuzzDocument(byte[] Body, string? ContentType, int? Items);

/// <summary>Documents made from the tests' corpus and from generated feeds.</summary>
internal sealed class DocumentSeeds
{
    private static readonly string[] Charsets =
        ["utf-8", "utf-8", "utf-8", "utf-16", "utf-16BE", "utf-32", "windows-1252", "iso-8859-1", "windows-1251", "koi8-r", "shift_jis",
            "euc-jp", "iso-2022-jp", "gb18030", "big5", "euc-kr", "windows-874", "us-ascii", "ibm037"];

    private static readonly string[] MediaTypes =
        ["application/rss+xml", "application/atom+xml", "application/feed+json", "text/xml", "text/html", "application/octet-stream", "x"];

    private readonly string[] _texts = Corpus();

    public FuzzDocument Make(Random random)
    {
        if (random.OneIn(4))
        {
            var (feed, items) = GeneratedFeed.Make(random);
            return new(Encoding.UTF8.GetBytes(feed), random.OneIn(2) ? null : "text/xml; charset=utf-8", items);
        }

        var text = Mutation.Of(random, Text(random), Text(random));
        var encoding = Encoding.GetEncoding(random.Pick(Charsets));
        var declared = random.OneIn(3) ? random.Pick(Charsets) : encoding.WebName;
        byte[] body = [.. random.OneIn(3) ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        if (random.OneIn(4))
            Damage(random, body);
        return new(body, random.OneIn(3) ? null : $"{random.Pick(MediaTypes)}; charset={declared}", null);
    }

    private string Text(Random random) => random.OneIn(3) ? GeneratedFeed.Make(random).Text : random.Pick(_texts);

    private static void Damage(Random random, byte[] body)
    {
        for (var n = random.Size(40); n >= 0 && body.Length > 0; n--)
            body[random.Next(body.Length)] = (byte)random.Next(256);
    }

    private static string[] Corpus() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"))
            .Where(file => !file.EndsWith(".expected.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)];
}
