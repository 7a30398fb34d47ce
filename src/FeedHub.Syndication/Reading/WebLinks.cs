namespace FeedHub.Syndication.Reading;

/// <summary>A link that an HTTP header gives (RFC 8288).</summary>
/// <param name="Target">Absolute http or https address.</param>
/// <param name="Relations">In lower case.</param>
/// <param name="Type">Media type of what it leads to in lower case, or null.</param>
/// <param name="Title">Its label, or null.</param>
public sealed record WebLink(string Target, IReadOnlyList<string> Relations, string? Type, string? Title)
{
    /// <summary>Whether it is of this relation.</summary>
    public bool Is(string relation) => Relations.Contains(relation);
}

/// <summary>Reads <c>Link</c> headers (RFC 8288 3); what breaks the grammar is passed over, the rest is read.</summary>
public static class WebLinks
{
    // A header is at most 32 KiB, but nothing of use names more than a few.
    private const int Most = 50;

    /// <summary>The links of all <c>Link</c> headers of an answer, in order.</summary>
    /// <param name="headers">Values of the headers as received.</param>
    /// <param name="context">Address that answered: the base of relative targets.</param>
    public static IReadOnlyList<WebLink> Read(IEnumerable<string> headers, Uri context) =>
        [.. headers.SelectMany(header => Split(header, ',')).Select(text => One(text.Trim(), context)).OfType<WebLink>().Take(Most)];

    private static WebLink? One(string text, Uri context)
    {
        var end = text.IndexOf('>', StringComparison.Ordinal);
        if (end < 1 || text[0] != '<' || !Uri.TryCreate(context, text[1..end].Trim(), out var target)
            || target.Scheme is not ("http" or "https"))
            return null;
        var parameters = Split(text[(end + 1)..], ';').Select(Parameter).ToList();
        string? First(string name) => parameters.Find(p => p.Name == name).Value;
        var relations = (First("rel") ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);

        // A link with an anchor speaks of another document than the one that was asked for (RFC 8288 3.2).
        return relations.Length == 0 || First("anchor") is not null
            ? null
            : new(target.AbsoluteUri, relations, First("type")?.ToLowerInvariant(), First("title"));
    }

    private static (string Name, string Value) Parameter(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? (text.Trim().ToLowerInvariant(), "") : (text[..at].Trim().ToLowerInvariant(), Unquoted(text[(at + 1)..].Trim()));
    }

    private static string Unquoted(string value) =>
        value is ['"', .. var inner, '"']
            ? inner.Replace("\\\"", "\"", StringComparison.Ordinal).Replace(@"\\", "\\", StringComparison.Ordinal)
            : value;

    // A separator inside <…> or "…" is text.
    private static IEnumerable<string> Split(string text, char separator)
    {
        var (start, quoted, angled) = (0, false, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && quoted)
                i++;
            else if (text[i] == '"' && !angled)
                quoted = !quoted;
            else if (text[i] is '<' or '>' && !quoted)
                angled = text[i] == '<';
            else if (text[i] == separator && !quoted && !angled)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }
}
