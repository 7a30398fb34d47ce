using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>Well-formed feeds of every format with odd values in every place: what is in them is known.</summary>
internal static class GeneratedFeed
{
    /// <summary>A feed, and how many items are in it.</summary>
    public static (string Text, int Items) Make(Random random)
    {
        var items = random.Size(random.OneIn(50) ? 300 : 12);
        return (random.Next(5) switch
        {
            0 => Json(random, items),
            1 => Atom(random, items),
            2 => Rdf(random, items),
            _ => Rss(random, items),
        }, items);
    }

    private static string Rss(Random random, int items) =>
        $"<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
            + $"xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
            + $"xmlns:media=\"http://search.yahoo.com/mrss/\"><channel>{Elements(random, ["title", "link", "description", "language", "ttl", "copyright"])}{Repeat(items, n => $"<item>{Elements(random, ["title", "link", "guid", "pubDate", "description", "content:encoded", "author", "dc:creator", "category", "dc:date", "source", "comments", "media:title"])}<enclosure url=\"{Text(random)}\" type=\"{Text(random)}\" length=\"{Text(random)}\"/></item>")}</channel></rss>";

    private static string Rdf(Random random, int items) =>
        $"<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\" xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
            + $"xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>{Elements(random, ["title", "link", "description"])}</channel>{Repeat(items, n => $"<item rdf:about=\"{Text(random)}\">{Elements(random, ["title", "link", "description", "dc:date", "dc:subject", "dc:creator"])}</item>")}</rdf:RDF>";

    private static string Atom(Random random, int items) =>
        $"<feed xmlns=\"http://www.w3.org/2005/Atom\" "
            + $"xml:lang=\"{Text(random)}\">{Elements(random, ["title", "subtitle", "id", "updated", "rights", "icon"])}<link "
            + $"rel=\"self\" href=\"{Text(random)}\"/>{Repeat(items, n => $"<entry>{Elements(random, ["id", "published", "updated"])}<title type=\"{random.Pick(["text", "html", "xhtml", ""])}\">{Text(random)}</title><link href=\"{Text(random)}\" rel=\"{random.Pick(["alternate", "enclosure", "related"])}\"/><content type=\"{random.Pick(["html", "text", "xhtml", "text/plain", "image/png"])}\">{Text(random)}</content><summary>{Text(random)}</summary><author><name>{Text(random)}</name></author>{Repeat(random.Size(140), c => $"<category term=\"{c}{Text(random)}\"/>")}</entry>")}</feed>";

    private static string Json(Random random, int items)
    {
        var list = Enumerable.Range(
            0,
            items)
                .Select(_ =>
                    (JsonNode)Members(random,
                        ["id", "url", "title", "content_html", "content_text", "summary", "date_published", "date_modified", "image",
                            "language", "tags", "authors", "attachments"])).ToArray();
        var feed = Members(random, ["title", "home_page_url", "feed_url", "description", "language", "icon"]);
        (feed["version"], feed["items"]) = ("https://jsonfeed.org/version/1.1", new JsonArray(list));
        return feed.ToJsonString(new JsonSerializerOptions { WriteIndented = random.OneIn(2) });
    }

    private static JsonObject Members(Random random, string[] names) =>
        new(names.Where(_ => !random.OneIn(4)).Select(name => KeyValuePair.Create(name, Value(random, name))));

    private static JsonNode? Value(Random random, string name) => name switch
    {
        "tags" => new JsonArray([.. Enumerable.Range(0, random.Size(140)).Select(n => (JsonNode)(n + Raw(random)))]),
        "authors" => new JsonArray([.. Enumerable.Range(0, random.Size(140))
            .Select(n => (JsonNode)new JsonObject { ["name"] = n + Raw(random), ["url"] = Raw(random) })]),
        "attachments" => new JsonArray([.. Enumerable.Range(0, random.Size(140)).Select(n => (JsonNode)new JsonObject {
            ["url"] = $"https://f.example/{n}",
            ["mime_type"] = Raw(random),
            ["size_in_bytes"] = random.NextInt64() })]),
        _ when random.OneIn(20) => random.Next(4) switch
        {
            0 => random.Next(),
            1 => null,
            2 => true,
            _ => new JsonObject
            {
                ["a"] = Raw(random)
            }
        },
        _ => Raw(random),
    };

    private static string Elements(Random random, string[] names) => string.Concat(names.Where(_ => !random.OneIn(4)).Select(name =>
        Repeat(
            name is "category" or "dc:creator" && random.OneIn(5) ? random.Size(140) : 1,
            n => $"<{name}>{(n > 0 ? n.ToString(CultureInfo.InvariantCulture) : "")}{Content(random)}</{name}>")));

    private static string Content(Random random)
    {
        var text = Raw(random);
        return random.OneIn(3) && text.All(IsXml)
            ? $"<![CDATA[{text.Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal)}]]>"
            : Text(text);
    }

    private static string Text(Random random) => Text(Raw(random));

    private static string Text(string raw) => SecurityElement.Escape(string.Concat(raw.Where(IsXml)));

    // Halves of pairs are left out: nothing that holds them is well-formed.
    private static bool IsXml(char unit) => unit is '\t' or '\n' or (>= ' ' and < '\uD800') or (>= '\uE000' and < '\uFFFE');

    private static string Raw(Random random) => random.Next(6) switch
    {
        0 => random.Pick(Pieces.All),
        1 => random.Pick(Pieces.Unsafe) + random.Pick(Pieces.All) + random.Pick(Pieces.Unsafe),
        2 => $"https://a.example/{random.Next(30)}?{random.Pick(Pieces.All)}",
        3 =>
            $"<p>{string.Join(random.Pick(Pieces.All), Enumerable.Range(0, random.Next(12)).Select(_ => NewsText.Item(random.Next(500)).Title))}</p>",
        4 => DateTimeOffset.FromUnixTimeSeconds(1_700_000_000 + random.Next(100_000_000))
            .ToString(random.Pick(["R", "O", "d", "yyyy/MM/dd HH:mm"]), CultureInfo.InvariantCulture),
        _ => NewsText.Item(random.Next(500)).Title!,
    };

    private static string Repeat(int count, Func<int, string> part) =>
        new StringBuilder().AppendJoin("", Enumerable.Range(0, count).Select(part)).ToString();
}
