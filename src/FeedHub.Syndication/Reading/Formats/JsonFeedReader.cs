using System.Text.Json;
using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org), tolerant of numbers, nulls and objects where text belongs.</summary>
internal static class JsonFeedReader
{
    /// <summary>True if the object is a feed: it says so, or has a list of items.</summary>
    public static bool IsFeed(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && (root.Text("version")?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) == true
            || root.Get("items")?.ValueKind == JsonValueKind.Array);

    public static ParsedFeed Read(JsonElement root, Context context)
    {
        var link = Addresses.Web(root.Text("home_page_url"), context.BaseUrl);
        var @base = link is null ? context.BaseUrl : new Uri(link);
        var authors = Authors(root);
        if (!context.IsTitleMarkupKnown)
            context.TitlesAreMarkup = !Ours.IsFeed(root) && JsonTitles.AreMarkup(
                root.List("items").Select(item => item.Text("title")).Append(root.Text("title")));
        return new ParsedFeed
        {
            Format = FeedFormat.Json,
            Title = Words(root.Text("title"), context),
            Description = Words(root.Text("description"), context),
            Link = link,
            Language = LanguageTags.Normalise(root.Text("language")),
            Icon = Addresses.Web(root.Text("favicon") ?? root.Text("icon"), context.BaseUrl),
            Hubs = Values.Distinct(root.List("hubs").Select(h => Addresses.Web(h.AsText("url"), context.BaseUrl))),
            Self = Addresses.Web(root.Text("feed_url"), context.BaseUrl),
            Items = context.ReadEach(root.List("items"), item => Item(AnObject(item), context, @base, authors)),
            Problems = context.Problems,
        };
    }

    private static ParsedItem Item(JsonElement item, Context context, Uri? @base, IReadOnlyList<string> feedAuthors)
    {
        var url = Addresses.Web(item.Text("url") ?? item.Text("external_url"), @base) ?? Addresses.Web(item.Text("id"), null);
        var html = EscapedMarkup.Unwrapped(item.Text("content_html"));
        var content = (Ours.IsEntry(item) ? EntryFooter.Without(html) : html) ?? (item.Text("content_text") is { } text
            ? PlainText.Html(text)
            : null);
        var summary = item.Text("summary") is { } plain ? PlainText.Html(plain) : null;
        var original = Redirectors.Target(url);
        var textBase = (original ?? url) is { } page ? new Uri(page) : @base;
        var published = context.Date(item.Text("date_published"));
        return new ParsedItem
        {
            Id = item.Text("id") ?? item.Text("url"),
            Title = Title(item, url, context),
            Url = url,
            OriginalUrl = original == url ? null : original,
            BaseUrl = textBase,
            Authors = Ours.Authors(item) ?? (Authors(item) is { Count: > 0 } own ? own : feedAuthors),
            Published = published,
            Updated = context.Date(item.Text("date_modified")),
            Categories = Ours.Categories(item) ?? Values.Distinct(item.List("tags").Select(t => Values.Told(t.AsText("name", "term")))),
            SummaryHtml = content is null ? null : summary,
            ContentHtml = content ?? summary,
            Image = Pictures.Of(Addresses.Web(item.Text("image") ?? item.Text("banner_image"), @base))
                ?? ImageTags.First(content, textBase),
            Enclosures = [.. item.List("attachments").Select(a => Attachment(a, @base, context)).OfType<Enclosure>()],
            Refused = context.Refuse(published, [item.Text("date_published")], url, item.Text("url")),
            Origin = Sources.Json(item, @base),
            Language = LanguageTags.Normalise(item.Text("language")),
        };
    }

    private static string? Title(JsonElement item, string? url, Context context)
    {
        var title = Words(item.Text("title"), context);
        return Ours.IsEntry(item) && Ours.IsStandIn(title, Values.Literal(item.Text("summary")), url) ? null : title;
    }

    private static string? Words(string? text, Context context) => context.TitlesAreMarkup ? Values.Told(text) : Values.Literal(text);

    private static JsonElement AnObject(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
            ? item
            : throw new FormatException($"an object belongs here, not {item.ValueKind.ToString().ToLowerInvariant()}");

    // 1.0 has one author; 1.1 has several, and its writers leave the old one beside them.
    private static IReadOnlyList<string> Authors(JsonElement parent) =>
        Names(parent, "authors") is { Count: > 0 } names ? names : Names(parent, "author");

    /// <summary>The names in a list of people, in order, without repeats.</summary>
    public static IReadOnlyList<string> Names(JsonElement parent, string member) =>
        Values.Distinct(parent.List(member).Select(a => People.Name(a.AsText("name", "url"))));

    private static double? Seconds(JsonElement attachment) =>
        attachment.Get("duration_in_seconds") is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var seconds)
            ? PlayingTime.Of(seconds)
            : null;

    private static Enclosure? Attachment(JsonElement attachment, Uri? @base, Context context)
    {
        if (Addresses.Web(attachment.Text("url"), @base) is not { } url)
            return null;
        var size = attachment.Get("size_in_bytes") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var bytes)
            && bytes > 0 ? bytes : (long?)null;
        return new Enclosure(url, attachment.Text("mime_type"), size)
        {
            Seconds = Seconds(attachment),
            Title = Words(attachment.Text("title"), context),
        };
    }
}
