using System.Xml.Linq;
using FeedHub.Syndication.Reading.Markup;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>Atom 1.0 (RFC 4287) and 0.3.</summary>
internal static class AtomReader
{
    public static ParsedFeed Read(XElement root, Context context)
    {
        var @base = Addresses.Base(root, context.BaseUrl);
        var authors = AtomEntryReader.Authors(root);
        context.IsMerged = Ours.IsGenerator(root.Text(Namespaces.Atom + "generator"));

        // A single entry is a document too (RFC 4287 2).
        var entries = root.Name.LocalName == "entry" ? [root] : root.Elements(Namespaces.Atom + "entry");
        return new ParsedFeed
        {
            Format = FeedFormat.Atom,
            Title = AtomText.Plain(root.Element(Namespaces.Atom + "title")),
            Description = AtomText.Plain(root.Element(Namespaces.Atom + "subtitle") ?? root.Element(Namespaces.Atom + "tagline")),
            Link = Addresses.Web(AtomLinks.Alternate(root) ?? root.Text(Namespaces.Atom + "link"), @base),
            Language = LanguageTags.First(Values.Language(root), root.Text(Namespaces.Dc + "language")),
            Rights = AtomText.Plain(root.Element(Namespaces.Atom + "rights") ?? root.Element(Namespaces.Atom + "copyright")),
            Icon = Addresses.Web(root.Text(Namespaces.Atom + "icon") ?? root.Text(Namespaces.Atom + "logo"), @base),
            Hints = Hints.Read(root),
            Hubs = AtomLinks.Web(root, "hub", @base),
            Self = AtomLinks.Web(root, "self", @base).FirstOrDefault(),
            Items = context.ReadEach(entries, entry => AtomEntryReader.Read(entry, context, Addresses.Within(entry, @base), authors)),
            Problems = context.Problems,
        };
    }
}
