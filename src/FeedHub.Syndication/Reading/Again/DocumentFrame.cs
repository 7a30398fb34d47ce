using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Xml.Linq;

namespace FeedHub.Syndication.Reading.Again;

/// <summary>
/// A hash over what stands around the items of a document and may say something of them: names, attributes and texts of all elements, or
/// a JSON Feed's members, but for dates of the document itself. As long as it stays the same, an item of the same bytes reads the same.
/// </summary>
internal static class DocumentFrame
{
    private static readonly HashSet<string> Items = new(StringComparer.OrdinalIgnoreCase) { "item", "entry" };

    private static readonly HashSet<string> Dates = new(StringComparer.OrdinalIgnoreCase)
    {
        "lastBuildDate", "pubDate", "updated", "modified", "date", "updateBase", "published", "ttl", "date_modified", "date_published",
    };

    /// <summary>The frame of a document that was read so.</summary>
    public static long Of(XDocument document, ReadOptions options)
    {
        var hash = Begin(options);
        if (document.Root is { } root)
            Add(hash, root);
        return (long)hash.GetCurrentHashAsUInt64();
    }

    /// <summary>The frame of a JSON Feed that was read so.</summary>
    public static long Of(JsonElement feed, bool titlesAreMarkup, ReadOptions options)
    {
        var hash = Begin(options);
        Add(hash, titlesAreMarkup ? "titles are markup" : "");
        foreach (var member in feed.EnumerateObject())
        {
            Add(hash, member.Name);
            if (member.Name != "items" && !Dates.Contains(member.Name))
                Add(hash, member.Value.GetRawText());
        }

        return (long)hash.GetCurrentHashAsUInt64();
    }

    private static XxHash3 Begin(ReadOptions options)
    {
        var hash = new XxHash3();
        Add(hash, $"{ReaderVersion.Current} {options.BaseUrl} {options.TimeZone.Id} {options.MaxTextBytes} {options.Settings}");
        return hash;
    }

    private static void Add(XxHash3 hash, XElement element)
    {
        Add(hash, element.Name.ToString());
        foreach (var attribute in element.Attributes())
        {
            Add(hash, attribute.Name.ToString());
            Add(hash, attribute.Value);
        }

        foreach (var node in element.Nodes())
        {
            if (node is XText { Value: var text } && !string.IsNullOrWhiteSpace(text))
                Add(hash, text);
            else if (node is XElement child && !Items.Contains(child.Name.LocalName) && !Dates.Contains(child.Name.LocalName))
                Add(hash, child);
        }
    }

    private static void Add(XxHash3 hash, string text)
    {
        hash.Append(MemoryMarshal.AsBytes(text.AsSpan()));
        hash.Append([0, 0]);
    }
}
