using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using FeedHub.Syndication.Reading;

namespace FeedHub.Benchmarks;

/// <summary>Writes what FeedHub reads from every file of a folder, for comparing with other readers.</summary>
internal static partial class ReadingRecords
{
    // A folder has no addresses: what is relative to the document stays relative in the record.
    private const string Host = "https://document.invalid";
    private const string Folder = Host + "/-/";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Write(string folder, string output)
    {
        using var writer = new StreamWriter(output);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            writer.WriteLine(JsonSerializer.Serialize(Record(path, Path.GetRelativePath(folder, path).Replace('\\', '/')), Json));
        return 0;
    }

    private static object Record(string path, string name)
    {
        try
        {
            return Record(name, FeedDocument.Read(
                File.ReadAllBytes(path),
                new ReadOptions { BaseUrl = new Uri(Folder), Now = TimeProvider.System.GetUtcNow() }));
        }
        catch (FeedReadException e)
        {
            return new { file = name, ok = false, error = e.Message };
        }
    }

    private static object Record(string name, ParsedFeed feed) => new
    {
        file = name,
        ok = true,
        feed = new { format = feed.Format.ToString(), title = feed.Title, link = Relative(feed.Link), language = feed.Language },
        entries = feed.Items.Select(Entry),
        repairs = feed.Repairs,
        problems = feed.Problems,
    };

    private static object Entry(ParsedItem item) => new
    {
        id = item.Id,
        title = item.Title,
        link = Relative(item.Url ?? item.Refused?.Link),
        authors = item.Authors,
        published_utc = Instant(item.Published ?? item.Refused?.Date),
        updated_utc = Instant(item.Updated),
        categories = item.Categories,
        summary = Escaped(item.SummaryHtml),
        content = Escaped(item.ContentHtml),
        enclosures = item.Enclosures.Select(e => new { url = Relative(e.Url), type = e.Type, length = e.Length }),
        language = item.Language,
        image = Relative(item.Image?.Url),
    };

    // Readers of records find tags by a plain search: a < or > inside a value ("alt='a > b'") would break it.
    private static string? Escaped(string? html) => html is null ? null : Tag().Replace(html, tag => Value().Replace(
        tag.Value, value => value.Value.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)));

    [GeneratedRegex("""<[a-z][^\s<>]*(?:\s+(?:"[^"]*"|'[^']*'|[^<>"']+)+)?/?>""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<==\s*)("[^"]*"|'[^']*')""")]
    private static partial Regex Value();

    private static string? Instant(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string? Relative(string? url) =>
        url?.StartsWith(Folder, StringComparison.Ordinal) == true ? url[Folder.Length..]
        : url?.StartsWith(Host, StringComparison.Ordinal) == true ? url[Host.Length..]
        : url;
}
