using System.Xml.Linq;

namespace FeedHub.Syndication.Reading.Formats;

/// <summary>Addresses in a document: relative ones made absolute, and only those of the web let through.</summary>
internal static class Addresses
{
    /// <summary>An absolute http or https address, or null.</summary>
    public static string? Web(string? address, Uri? baseUrl)
    {
        var text = Clean(address);
        if (text.Length == 0 || IsProse(text))
            return null;
        if (text.StartsWith("//", StringComparison.Ordinal))
            text = (baseUrl?.Scheme ?? "https") + ":" + text;
        else if (LacksScheme(text, baseUrl))
            text = (baseUrl?.Scheme ?? "https") + "://" + text;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || !IsWeb(text))
            return !HasScheme(text) && baseUrl is not null && Uri.TryCreate(baseUrl, text, out uri) && IsWeb(uri.Scheme + ":")
                ? uri.AbsoluteUri
                : null;
        return uri.Host.Length > 0 ? text : null;
    }

    /// <summary>The base that is in force at an element: every <c>xml:base</c> from the root down, against the document's own.</summary>
    public static Uri? Base(XElement element, Uri? document)
    {
        var result = document;
        foreach (var scope in element.AncestorsAndSelf().Reverse())
            result = Within(scope, result);
        return result;
    }

    /// <summary>The base inside one element whose parent's is known.</summary>
    public static Uri? Within(XElement element, Uri? parent)
    {
        var value = Clean(element.Attribute(XNamespace.Xml + "base")?.Value);
        if (value.Length == 0)
            return parent;
        return Web(value, parent) is { } address && Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : parent;
    }

    // Line breaks inside an address are the publisher's template's.
    private static string Clean(string? address)
    {
        var text = address?.Trim() ?? "";
        return text.AsSpan().IndexOfAny("\r\n\t") < 0 ? text : text.Replace("\r", "").Replace("\n", "").Replace("\t", "");
    }

    // "www.site.example/a" is not a path of the page it stands on.
    private static bool LacksScheme(string text, Uri? baseUrl) =>
        text.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || (baseUrl is not null && text.StartsWith(baseUrl.Host + "/", StringComparison.OrdinalIgnoreCase));

    // "What is love?" is not a path either.
    private static bool IsProse(string text) => text.Contains(' ') && !text.AsSpan().ContainsAny('/', '.', '=') && !HasScheme(text);

    private static bool IsWeb(string address) =>
        address.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    private static bool HasScheme(string address)
    {
        var colon = address.IndexOf(':');
        return colon > 0 && address.AsSpan(0, colon).IndexOfAny("/?#") < 0;
    }
}
