using System.Text.Json;
using System.Xml.Linq;
using FeedHub.Syndication.Reading.Markup;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>What FeedHub writes into feeds for another FeedHub to read back.</summary>
internal static class Ours
{
    /// <summary>True if this generator is FeedHub.</summary>
    public static bool IsGenerator(string? generator) => generator == "FeedHub";

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
