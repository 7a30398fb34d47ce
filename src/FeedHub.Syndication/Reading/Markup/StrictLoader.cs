using System.Xml;
using System.Xml.Linq;
using FeedHub.Syndication.Reading.Decoding;

namespace FeedHub.Syndication.Reading.Markup;

/// <summary>Loads a well-formed document. The DOCTYPE is skipped, nothing is ever resolved.</summary>
internal static class StrictLoader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <exception cref="XmlException">The document is not well-formed, or uses entities of its own.</exception>
    public static XDocument Load(DocumentText text, Repairs repairs)
    {
        var builder = new TreeBuilder(repairs);
        using var reader = XmlReader.Create(text.Open(), Settings);
        while (reader.Read())
            Pass(reader, builder);
        return builder.Finish();
    }

    private static void Pass(XmlReader reader, TreeBuilder builder)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                Start(reader, builder);
                break;
            case XmlNodeType.EndElement:
                builder.End();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                builder.Text(reader.Value);
                break;
        }
    }

    private static void Start(XmlReader reader, TreeBuilder builder)
    {
        var isEmpty = reader.IsEmptyElement;
        builder.Start(reader.Prefix, reader.NamespaceURI, reader.LocalName);
        // Each is looked for among those before it: a hostile element would make that quadratic.
        for (var count = 0; count < TagSyntax.MaxAttributes && reader.MoveToNextAttribute(); count++)
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
                builder.Attribute(reader.Prefix, reader.NamespaceURI, reader.LocalName, reader.Value);
        }

        if (isEmpty)
            builder.End();
    }
}
