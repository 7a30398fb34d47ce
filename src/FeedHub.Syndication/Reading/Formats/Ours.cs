using System.Text.Json;
using System.Xml.Linq;
using FeedHub.Syndication.Reading.Markup;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>What FeedHub writes into feeds for another FeedHub to read back.</summary>
internal static class Ours
{
    /// <summary>True if this generator is FeedHub.</summary>
    public static bool IsGenerator(string? generator) => generator == "FeedHub";

    /// <summary>True for the words that stand in for the title of an entry whose source gave none: its whole summary, else its address.
    /// A source's own title is never a summary too: FeedHub takes it off the text.</summary>
    /// <param name="title">The entry's title.</param>
    /// <param name="summary">Its summary as plain text, or null.</param>
    /// <param name="link">Its address, or null.</param>
    public static bool IsStandIn(string? title, string? summary, string? link) => title is not null && (title == summary || title == link);

    /// <summary>The publisher's words of an item (<c>_feedhub.publisher_categories</c>), or null where the item does not say.</summary>
    public static IReadOnlyList<string>? Categories(JsonElement item) =>
        item.Get("_feedhub") is { } ours && ours.Get("publisher_categories") is { ValueKind: JsonValueKind.Array }
            ? Values.Distinct(ours.List("publisher_categories").Select(word => Values.Literal(word.AsText())))
            : null;

    /// <summary>True for a category that the FeedHub which wrote the feed gave: it names a scheme, and the publisher's words have
    /// none.</summary>
    public static bool IsOwnCategory(XElement category, Context context) =>
        context.IsMerged && (category.Attribute("domain") ?? category.Attribute("scheme")) is not null;

    /// <summary>True for a JSON Feed that a FeedHub wrote: its titles are plain.</summary>
    public static bool IsFeed(JsonElement root) => root.List("items").Any(IsEntry);

    /// <summary>True for an item of JSON Feed that a FeedHub wrote.</summary>
    public static bool IsEntry(JsonElement item) => item.Get("_feedhub") is not null;

    /// <summary>The item's picture in a FeedHub's feed: there the thumbnail is the picture itself, and Media RSS's contents are
    /// attachments; null elsewhere.</summary>
    public static Picture? Picture(XElement item, Uri? @base, Context context) =>
        context.IsMerged ? Pictures.Declared(item.Element(Namespaces.Media + "thumbnail"), @base) : null;

    /// <summary>Who published it first, as a FeedHub's feed says beside its <c>source</c>; null elsewhere.</summary>
    public static Origin? Origin(XElement item, Uri? @base, Context context) => context.IsMerged
        ? Origins.Of(Values.Plain(item.Text(Namespaces.Dc + "publisher")), Addresses.Web(item.Text(Namespaces.Dc + "source"), @base))
        : null;

    /// <summary>The authors as their source named them, where the entry has them beside the byline that <see cref="Byline"/>
    /// made.</summary>
    /// <param name="names">Authors as the entry gives them.</param>
    /// <param name="entry">The entry, with its credits.</param>
    /// <param name="source">Title of the source that the entry names, or null.</param>
    /// <param name="context">Tells whether the feed is a FeedHub's.</param>
    public static IReadOnlyList<string> Authors(IReadOnlyList<string> names, XElement entry, string? source, Context context)
    {
        if (source is null || names.Count != 1)
            return names;
        var credited = Values.Distinct(entry.Elements(Namespaces.Media + "credit")
            .Where(e => e.Attribute("role")?.Value == "author").Take(Bounds.List).Select(e => People.Name(e.Value)));
        return context.IsMerged && credited.Count == 0 && names[0] == source ? [] : Byline.People(names, credited, source);
    }

    /// <summary>The authors as their source named them (<c>_feedhub.authors</c>), or null where the item does not say.</summary>
    public static IReadOnlyList<string>? Authors(JsonElement item) =>
        item.Get("_feedhub") is { } ours && ours.Get("authors") is { ValueKind: JsonValueKind.Array }
            ? JsonFeedReader.Names(ours, "authors")
            : null;
}
