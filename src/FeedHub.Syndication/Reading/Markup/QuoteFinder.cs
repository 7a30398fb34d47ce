namespace FeedHub.Syndication.Reading.Markup;

/// <summary>
/// Finds where a quoted value of a tag ends. Programs forget to escape quotes inside (<c>text="The "best" show"</c>): the value ends at
/// the first quote that another attribute or the tag's end follows, else at the first of all. Linear in the tag's length.
/// </summary>
/// <param name="text">The document.</param>
/// <param name="limit">End of what may still be the tag.</param>
internal sealed class QuoteFinder(string text, int limit)
{
    // Once no quote of a kind ends a value, none further on does.
    private readonly HashSet<char> _hopeless = [];

    /// <summary>The place of the closing quote, or null.</summary>
    /// <param name="open">The place of the opening one.</param>
    public int? EndOf(int open)
    {
        var quote = text[open];
        if (Next(quote, open + 1) is not { } first)
            return null;
        if (_hopeless.Contains(quote))
            return first;
        for (int? at = first; at is { } here; at = Next(quote, here + 1))
        {
            if (Ends(here + 1))
                return here;
        }

        _hopeless.Add(quote);
        return first;
    }

    private int? Next(char quote, int from)
    {
        var at = from < limit ? text.AsSpan(from, limit - from).IndexOf(quote) : -1;
        return at < 0 ? null : from + at;
    }

    // Without a space between, only name="value" is surely another attribute.
    private bool Ends(int at)
    {
        var next = SkipSpace(at);
        if (next >= limit || text[next] is '>' or '<' || (text[next] is '/' or '?' && next + 1 < text.Length && text[next + 1] == '>'))
            return true;
        var name = TagSyntax.Name(text, next);
        var after = SkipSpace(next + name.Length);
        if (name.Length == 0 || after >= limit)
            return false;
        return text[after] == '='
            ? next > at || (SkipSpace(after + 1) is var value && value < limit && text[value] is '"' or '\'')
            : next > at && text[after] is '>' or '/';
    }

    private int SkipSpace(int at)
    {
        while (at < limit && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
