using System.Text.RegularExpressions;

namespace FeedHub.Publishing.Search;

/// <summary>
/// Reads what a person types into a search box: words, "quoted phrases", <c>OR</c>, <c>-word</c>, <c>word*</c>. Every word is
/// wanted; <c>OR</c> binds the two beside it. Anything at all can be typed: what is no syntax of ours is words.
/// </summary>
public static partial class SearchQuery
{
    /// <summary>Words past this many are left out: no person types them, and each costs.</summary>
    private const int MaxOperands = 40;

    /// <summary>A shorter prefix would stand for half the dictionary: it is taken for a word.</summary>
    private const int MinPrefix = 2;

    /// <summary>The query for FTS5, in which every word is quoted; null where nothing in the text can be searched for.</summary>
    public static string? ToFts(string text)
    {
        var (wanted, unwanted) = Read(text);
        if (wanted.Count == 0)
            return null;
        var all = string.Join(" AND ", wanted.Select(any => $"({string.Join(" OR ", any)})"));
        return unwanted.Count == 0 ? all : $"({all}) NOT ({string.Join(" OR ", unwanted)})";
    }

    private static (List<List<string>> Wanted, List<string> Unwanted) Read(string text)
    {
        var (wanted, unwanted, or) = (new List<List<string>>(), new List<string>(), false);
        foreach (Match token in Token().Matches(text).Take(MaxOperands))
        {
            if (token.Value == "OR")
            {
                or = wanted.Count > 0;
                continue;
            }

            if (Operand(token) is not { } operand)
                continue;
            if (token.Groups["minus"].Success)
                unwanted.Add(operand);
            else if (or)
                wanted[^1].Add(operand);
            else
                wanted.Add([operand]);
            or = false;
        }

        return (wanted, unwanted);
    }

    // Inside quotes FTS5 knows no syntax, and there is no quote left inside.
    private static string? Operand(Match token)
    {
        var words = (token.Groups["phrase"].Success ? token.Groups["phrase"] : token.Groups["word"]).Value.Replace("\"", " ", StringComparison.Ordinal).Replace('\0', ' ');
        if (!SearchText.HasWords(words))
            return null;
        var isPrefix = token.Groups["star"].Success && words.Trim().Length >= MinPrefix;
        return $"\"{SearchText.Spaced(words).Trim()}\"{(isPrefix ? " *" : "")}";
    }

    [GeneratedRegex("""(?<minus>(?<!\S)-)?(?:["“”](?<phrase>[^"“”]*)["“”]?|(?<word>[^\s"“”*]+))(?<star>\*)?""", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
