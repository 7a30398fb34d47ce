using System.Globalization;
using System.Text;
using System.Xml;

namespace FeedHub.Syndication.Writing;

/// <summary>XML as all our documents have it: UTF-8 without BOM, <c>\n</c>, an element a line, equal bytes for equal values.</summary>
internal sealed class FeedXml
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
    };

    private readonly XmlWriter _writer;
    private readonly string _namespace;

    private FeedXml(XmlWriter writer, string defaultNamespace)
    {
        _writer = writer;
        _namespace = defaultNamespace;
    }

    /// <summary>The document that <paramref name="write"/> fills; names without a prefix are in the default namespace.</summary>
    public static byte[] Document(string defaultNamespace, Action<FeedXml> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings))
        {
            writer.WriteStartDocument();
            write(new FeedXml(writer, defaultNamespace));
            writer.WriteEndDocument();
        }
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    /// <summary>Opens an element, such as <c>item</c> or <c>media:content</c>; an attribute whose value is null is left out.</summary>
    public void Start(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var prefix = colon < 0 ? "" : name[..colon];
        _writer.WriteStartElement(prefix, name[(colon + 1)..], colon < 0 ? _namespace : FeedNamespaces.Of(prefix));
        foreach (var (attribute, value) in attributes)
            Attribute(attribute, value);
    }

    /// <summary>Closes the element opened last.</summary>
    public void End() => _writer.WriteEndElement();

    /// <summary>Declares prefixes on the element just opened, once for the document.</summary>
    public void Declare(params ReadOnlySpan<string> prefixes)
    {
        foreach (var prefix in prefixes)
            _writer.WriteAttributeString("xmlns", prefix, null, FeedNamespaces.Of(prefix));
    }

    /// <summary>A number as attributes have it, or null.</summary>
    public static string? Number(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number with what it has behind the point, as XML has it, or null.</summary>
    public static string? Number(double? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>An element without content.</summary>
    public void Empty(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        End();
    }

    /// <summary>An element with words for people.</summary>
    public void Text(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        Characters(text);
        End();
    }

    /// <summary>The authors as their source names them, which the byline puts together (Media RSS 1.5.1, <c>media:credit</c>).</summary>
    public void Credits(MergedEntry entry)
    {
        foreach (var author in entry.Authors)
            Text("media:credit", author, ("role", "author"));
    }

    /// <summary>Who published it first (Dublin Core 1.1: <c>publisher</c>, and <c>source</c>, from which it is derived). The formats' own
    /// <c>source</c> is the feed that FeedHub read.</summary>
    public void Origin(MergedEntry entry)
    {
        if (entry.Origin?.Title is { } title)
            Text("dc:publisher", title);
        if (entry.Origin?.Url is { } url)
            Value("dc:source", url);
    }

    /// <summary>An element with an address, a date or markup: what programs read, in the plainest escapes.</summary>
    public void Value(string name, string value, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        _writer.WriteString(value);
        End();
    }

    private void Attribute(string name, string? value)
    {
        if (value is null)
            return;
        if (name == "xml:lang")
            _writer.WriteAttributeString("xml", "lang", null, value);
        else if (name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            _writer.WriteAttributeString(name[..colon], name[(colon + 1)..], FeedNamespaces.Of(name[..colon]), value);
        else
            _writer.WriteAttributeString(name, value);
    }

    // RSS Best Practices, "Character Data": & and < of plain text as hexadecimal references, which programs that take the text
    // for markup understand too, and which the W3C validator looks for.
    private void Characters(string text)
    {
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny('&', '<'); at >= 0; at = rest.IndexOfAny('&', '<'))
        {
            _writer.WriteString(rest[..at].ToString());
            _writer.WriteCharEntity(rest[at]);
            rest = rest[(at + 1)..];
        }
        _writer.WriteString(rest.ToString());
    }
}
