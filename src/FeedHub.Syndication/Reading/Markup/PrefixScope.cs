using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Reading.Markup;

/// <summary>The namespace declarations in force at one element of a broken document.</summary>
internal sealed class PrefixScope
{
    // Each scope is a copy of its parent's: without a bound a hostile document would make that quadratic.
    private const int MaxPrefixes = 100;

    private static readonly PrefixScope Outermost = new([]);

    private readonly Dictionary<string, string> _uris;

    private PrefixScope(Dictionary<string, string> uris) => _uris = uris;

    /// <summary>The scope of an element: its parent's, with its own declarations.</summary>
    public static PrefixScope Open(PrefixScope? parent, IReadOnlyList<KeyValuePair<string, string>> attributes)
    {
        parent ??= Outermost;
        Dictionary<string, string>? uris = null;
        foreach (var (key, value) in attributes)
        {
            if (Declared(key) is not { } prefix)
                continue;
            uris ??= new Dictionary<string, string>(parent._uris);
            if (uris.Count < MaxPrefixes)
                uris[prefix] = value;
        }

        return uris is null ? parent : new PrefixScope(uris);
    }

    public string Find(string prefix, Repairs repairs)
    {
        if (_uris.TryGetValue(prefix, out var uri))
            return uri;
        if (prefix.Length == 0)
            return "";
        if (prefix != "xml")
            repairs.Add(ReasonCode.UndeclaredPrefix, prefix);
        return Namespaces.ByPrefix.TryGetValue(prefix, out var known) ? known.NamespaceName : "urn:undeclared:" + prefix;
    }

    private static string? Declared(string key) =>
        key == "xmlns" ? "" : key.StartsWith("xmlns:", StringComparison.Ordinal) ? key[6..] : null;
}
