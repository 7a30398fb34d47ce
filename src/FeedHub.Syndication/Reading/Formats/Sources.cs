using System.Text.Json;
using System.Xml.Linq;
using FeedHub.Syndication.Reading.Markup;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>The feed that an aggregated item was taken over from, as the formats name it.</summary>
internal static class Sources
{
    /// <summary>RSS 2.0 <c>source</c>, as Google News has it, or Atom's element in an item of RSS; or null.</summary>
    public static Origin? Rss(XElement item, Uri? @base, Context context) => item.Element("source") is { } source
        ? Ours.Origin(item, @base, context)
            ?? Origins.Of(Values.Plain(Values.Markup(source)), Addresses.Web(source.Attribute("url")?.Value, @base))
        : Atom(item, @base, context);

    /// <summary>Atom's <c>source</c> (RFC 4287 4.2.11): its title, and its page before its feed; or null.</summary>
    public static Origin? Atom(XElement entry, Uri? @base, Context context)
    {
        if (Ours.Origin(entry, @base, context) is { } first)
            return first;
        if (entry.Element(Namespaces.Atom + "source") is not { } source)
            return null;
        var address = Addresses.Web(AtomLinks.Alternate(source), @base) ?? AtomLinks.Web(source, "self", @base).FirstOrDefault()
            ?? Addresses.Web(source.Text(Namespaces.Atom + "id"), null);
        return Origins.Of(AtomText.Plain(source.Element(Namespaces.Atom + "title")), address);
    }

    /// <summary>What another FeedHub says of an item's publisher: where it came from first, else its source; or null.</summary>
    public static Origin? Json(JsonElement item, Uri? @base)
    {
        var from = item.Get("_feedhub") is { } ours ? ours.Get("origin") ?? ours.Get("source") : null;
        return from is { } named
            ? Origins.Of(Values.Told(named.Text("title")), Addresses.Web(named.Text("url") ?? named.Text("feed_url"), @base))
            : null;
    }
}
