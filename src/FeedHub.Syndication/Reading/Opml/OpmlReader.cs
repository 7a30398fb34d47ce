using System.Xml;
using FeedHub.Syndication.Reading.Decoding;
using FeedHub.Syndication.Reading.Markup;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Reading.Opml;

/// <summary>
/// Reads OPML 1 and 2 as feed readers export it: strictly if it is well-formed, else as far as it goes. A DOCTYPE is skipped and
/// nothing is ever resolved, so an entity of the list's own is only text.
/// </summary>
public static class OpmlReader
{
    /// <summary>The namespace of FeedHub's own attributes: names only, nothing stands there.</summary>
    internal const string OwnNamespace = "urn:feedhub:source";

    /// <summary>Before the names of attributes of FeedHub's own, under any prefix that the list gives their namespace.</summary>
    internal const string OwnPrefix = "feedhub:";

    private const int MostPrefixes = 50;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The list, or null if this is not OPML.</summary>
    public static OpmlList? Read(ReadOnlySpan<byte> bytes)
    {
        var repairs = new Repairs();
        return Read(DocumentDecoder.Decode(bytes, contentType: null, repairs), repairs);
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    public static OpmlList? Read(string text) => Read(text, new Repairs());

    private static OpmlList? Read(string text, Repairs repairs)
    {
        if (!OverfullTag.IsIn(text) && Strictly(text) is { } exact)
            return exact.Finish(repairs);
        repairs.Add(ReasonCode.ListNotWellFormed);
        return Mending(text, repairs).Finish(repairs);
    }

    private static OutlineWalk? Strictly(string text)
    {
        var walk = new OutlineWalk();
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            while (reader.Read())
                Pass(reader, walk);
            return walk;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static void Pass(XmlReader reader, OutlineWalk walk)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var (name, isEmpty) = (reader.LocalName, reader.IsEmptyElement);
                var attributes = new List<KeyValuePair<string, string>>();
                while (reader.MoveToNextAttribute())
                    attributes.Add(new(NameOf(reader.NamespaceURI, reader.LocalName, reader.Name), reader.Value));
                walk.Start(name, attributes, isEmpty);
                break;
            case XmlNodeType.EndElement:
                walk.End(reader.LocalName);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                walk.Text(reader.Value);
                break;
        }
    }

    // The namespace tells whose an attribute is, and never its prefix (Namespaces in XML 1.0, section 6).
    private static string NameOf(string space, string local, string name) => space == OwnNamespace ? OwnPrefix + local
        : name.StartsWith(OwnPrefix, StringComparison.OrdinalIgnoreCase) ? $"{{{space}}}{local}" : name;

    private static OutlineWalk Mending(string text, Repairs repairs)
    {
        var walk = new OutlineWalk();
        var scanner = new TagScanner(text, repairs);
        var spaces = new Dictionary<string, string>(StringComparer.Ordinal);
        while (!scanner.AtEnd)
        {
            var token = scanner.Next();
            if (token.Kind == MarkupTokenKind.Start)
                walk.Start(token.Name, Named(token.Attributes, spaces), token.IsEmpty, token.IsCut);
            else if (token.Kind == MarkupTokenKind.End)
                walk.End(token.Name);
            else
                walk.Text(token.Text);
        }

        if (CutOutline.Find(text) is { } cut)
            walk.Start("outline", Named(cut, spaces), isEmpty: true);
        return walk;
    }

    // What is not well-formed has no scopes that could be relied on: a prefix means what it was last declared as.
    private static IReadOnlyList<KeyValuePair<string, string>> Named(
        IReadOnlyList<KeyValuePair<string, string>> attributes, Dictionary<string, string> spaces)
    {
        foreach (var (name, value) in attributes.Where(a => a.Key.StartsWith("xmlns:", StringComparison.Ordinal)).Take(MostPrefixes))
        {
            if (spaces.Count < MostPrefixes)
                spaces[name["xmlns:".Length..]] = value.Trim();
        }

        return [.. attributes.Select(a => a.Key.Split(':') is [var prefix, var local]
            ? new(NameOf(spaces.GetValueOrDefault(prefix, ""), local, a.Key), a.Value) : a)];
    }
}
