using System.Globalization;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Writing;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>What FeedHub writes is strict XML or JSON, within its bounds, and says in every format what it was given.</summary>
internal static class ReadBack
{
    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        CheckCharacters = true,
        XmlResolver = null
    };

    public static IReadOnlyList<Finding> Broken(MergedFeed feed)
    {
        var rss = Read(feed, RssWriter.Write(feed), "rss", Xml);
        var atom = Read(feed, AtomWriter.Write(feed), "atom", Xml);
        var json = Read(feed, JsonFeedWriter.Write(feed), "json", bytes => JsonDocument.Parse(bytes).Dispose());
        var titles = new[] {
            rss,
            atom,
            json }.Select(read => read.Feed is { } back
                ? string.Join('\n',
                    back.Items.Zip(feed.Entries, (item, entry) => $"{item.Id} {(IsPlain(entry.Title) ? item.Title : "")} {item.Url} "
                        + $"{item.Published:O}")) : null).OfType<string>().Distinct().ToList();
        return [.. rss.Findings, .. atom.Findings, .. json.Findings, .. titles.Count > 1
            ? [new Finding("the formats differ", Difference(titles[0], titles[1]))]
            : Array.Empty<Finding>()];
    }

    private static (ParsedFeed? Feed, List<Finding> Findings) Read(MergedFeed given, byte[] bytes, string format, Action<byte[]> parse)
    {
        try
        {
            parse(bytes);
        }
        catch (Exception e) when (e is XmlException or JsonException)
        {
            return (null, [new($"{format} that is not strict", e.Message)]);
        }

        var read = FeedDocument.Read(bytes, new() { Now = given.Updated, BaseUrl = new Uri("https://feedhub.example/feed") });
        return (read, [.. FeedBounds.Broken(read).Select(
            finding => finding with { Kind = $"{format} read back: {finding.Kind}" }),
                .. Against(given, read).Select(finding => finding with { Kind = $"{format} read back: {finding.Kind}" })]);
    }

    private static IEnumerable<Finding> Against(MergedFeed given, ParsedFeed read)
    {
        if (read.Items.Count != given.Entries.Count)
            yield return new(
                "items are missing",
                string.Create(CultureInfo.InvariantCulture, $"{given.Entries.Count} written, {read.Items.Count} read"));

        // A picture in the text may have an address that is too long for a picture of the item.
        var hasPictures = given.Entries.Any(entry => entry.ContentHtml?.Contains("<img", StringComparison.Ordinal) == true);
        foreach (var words in read.Repairs.Concat(read.Problems).Select(note => note.ToString())
            .Where(words => !hasPictures || !words.StartsWith("addresses of more than", StringComparison.Ordinal)))
            yield return new(
                $"it is repaired or lacks something: {string.Concat(words.Where(c => !char.IsAsciiDigit(c)).Take(40))}",
                words);
    }

    // By the RSS profile a title is plain text, and most readers of RSS take it for markup: they differ, and cannot but differ.
    private static bool IsPlain(string title) => title.AsSpan().IndexOfAny('<', '&') < 0;

    private static void Xml(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), Strict);
        XDocument.Load(reader);
    }

    private static string Difference(string one, string other)
    {
        var at = Enumerable.Range(0, Math.Min(one.Length, other.Length)).FirstOrDefault(n => one[n] != other[n]);
        return $"'{one[Math.Max(0, at - 40)..Math.Min(one.Length, at + 60)]}' is "
            + $"'{other[Math.Max(0, at - 40)..Math.Min(other.Length, at + 60)]}'";
    }
}
