namespace FeedHub.Syndication.Reading.Article;

/// <summary>A line's sentences. Cutting at an abbreviation does no harm: it is cut there every time.</summary>
internal static class Sentences
{
    public static IEnumerable<string> Of(string line)
    {
        var from = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (!IsEnd(line, at))
                continue;
            yield return line[from..(at + 1)].Trim();
            from = at + 1;
        }

        if (from < line.Length)
            yield return line[from..].Trim();
    }

    private static bool IsEnd(string line, int at)
    {
        if (line[at] is '。' or '！' or '？')
            return true;
        if (at + 1 < line.Length && !char.IsWhiteSpace(line[at + 1]))
            return false;
        var last = line[at] is '"' or '”' or '’' or ')' or '»' && at > 0 ? line[at - 1] : line[at];
        return last is '.' or '!' or '?' or '…';
    }
}
