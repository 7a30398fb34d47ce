using System.Text;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>White space of plain texts.</summary>
internal static class Spaces
{
    /// <summary>Each run of white space as one space, none at the ends, no control characters.</summary>
    public static string Fold(string text)
    {
        if (IsFolded(text))
            return text;
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var isSpace = char.IsWhiteSpace(c) || char.IsControl(c);
            if (!isSpace)
                result.Append(c);
            else if (result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }

        return result.ToString().TrimEnd(' ');
    }

    private static bool IsFolded(string text)
    {
        var last = ' ';
        foreach (var c in text)
        {
            if (c == ' ' ? last == ' ' : char.IsWhiteSpace(c) || char.IsControl(c))
                return false;
            last = c;
        }

        return text.Length == 0 || last != ' ';
    }
}
