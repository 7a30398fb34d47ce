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

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The list, or null if this is no OPML.</summary>
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
                    attributes.Add(new(NameOf(reader), reader.Value));
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

    private static string NameOf(XmlReader attribute) =>
        attribute.NamespaceURI == OwnNamespace ? OwnPrefix + attribute.LocalName : attribute.Name;

    private static OutlineWalk Mending(string text, Repairs repairs)
    {
        var walk = new OutlineWalk();
        var scanner = new TagScanner(text, repairs);
        while (!scanner.AtEnd)
        {
            var token = scanner.Next();
            if (token.Kind == MarkupTokenKind.Start)
                walk.Start(token.Name, token.Attributes, token.IsEmpty, token.IsCut);
            else if (token.Kind == MarkupTokenKind.End)
                walk.End(token.Name);
            else
                walk.Text(token.Text);
        }

        return walk;
    }
}
