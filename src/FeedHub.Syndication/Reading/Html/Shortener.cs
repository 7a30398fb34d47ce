namespace FeedHub.Syndication.Reading.Html;

/// <summary>Cuts plain text where a reader would.</summary>
internal static class Shortener
{
    public static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
            return text;
        if (maxLength <= 0)
            return "";
        var sentence = SentenceEnd(text, maxLength);
        // A first sentence of a few words says less than a broken one.
        return sentence * 3 >= maxLength ? text[..sentence] : WordCut(text, maxLength);
    }

    private static int SentenceEnd(string text, int maxLength)
    {
        for (var end = maxLength; end > 0; end--)
        {
            if (IsSentenceEnd(text, end))
                return end;
        }

        return 0;
    }

    private static bool IsSentenceEnd(string text, int end)
    {
        if (text[end - 1] is '。' or '！' or '？')
            return true;
        if (!char.IsWhiteSpace(text[end]))
            return false;
        var last = text[end - 1] is '"' or '”' or '’' or ')' or '»' && end > 1 ? text[end - 2] : text[end - 1];
        return last is '.' or '!' or '?' or '…';
    }

    private static string WordCut(string text, int maxLength)
    {
        const string mark = "…";
        if (maxLength == 1)
            return mark;
        var end = maxLength - mark.Length;
        var space = text.LastIndexOf(' ', end);
        if (space > end / 2)
            end = space;
        else if (char.IsLowSurrogate(text[end]))
            end--;
        return text[..end].TrimEnd(' ', ',', ';', ':', '-') + mark;
    }
}
