using System.Text;
using System.Text.RegularExpressions;

namespace FeedHub.Storage.Statements.Search;

/// <summary>
/// What a person typed into a search box: words, "quoted phrases", <c>OR</c>, <c>-word</c>, <c>word*</c>. Every word is
/// wanted; <c>OR</c> binds the two beside it; of exclusions alone, every story without them is wanted. Anything at all can be typed:
/// what is not our syntax is words.
/// </summary>
public sealed partial class SearchQuery
{
    /// <summary>Words past this many are left out: no person types them, and each costs.</summary>
    private const int MaxOperands = 40;

    /// <summary>As many must be there, and as many must not: each is read to the end where they never meet.</summary>
    private const int MaxGroups = 12;

    /// <summary>A shorter prefix would stand for half the dictionary: it is taken for a word.</summary>
    private const int MinPrefix = 2;

    /// <summary>Prefixes past this many are taken for words: all that begins with one is gathered before the first is found.</summary>
    private const int MaxPrefixes = 2;

    private const string Or = "OR";

    private readonly List<List<Operand>> _wanted = [];
    private readonly List<Operand> _unwanted = [];
    private int _prefixes;

    private SearchQuery()
    {
    }

    /// <summary>Words and phrases in it.</summary>
    public int Operands => _wanted.Sum(any => any.Count) + _unwanted.Count;

    /// <summary>The words and phrases that are not wanted, as they were typed.</summary>
    public IEnumerable<string> Unwanted => _unwanted.Select(operand => operand.HasStar ? operand.Words + "*" : operand.Words);

    /// <summary>The text that excludes these, each as <see cref="Unwanted"/> gives it.</summary>
    public static string Excluding(IEnumerable<string> unwanted) => string.Join(' ', unwanted.Select(
        words => words.Any(char.IsWhiteSpace) ? $"-\"{words.TrimEnd('*')}\"{(words.EndsWith('*') ? "*" : "")}" : $"-{words}"));

    /// <summary>A text without what it says is not wanted, and without an <c>OR</c> that has no words to both its sides then.</summary>
    public static string WithoutUnwanted(string text)
    {
        List<string> kept = [];
        foreach (Match token in Token().Matches(text))
        {
            if ((token.Groups["minus"].Success || token.Value == Or) && kept is [.., Or])
                kept.RemoveAt(kept.Count - 1);
            if (!token.Groups["minus"].Success && (token.Value != Or || kept.Count > 0))
                kept.Add(token.Value);
        }

        return string.Join(' ', kept is [.. var words, Or] ? words : kept);
    }

    /// <summary>True if it says only what is not wanted.</summary>
    public bool OnlyExcludes => _wanted.Count == 0;

    /// <summary>Reads it; null where nothing in a text can be searched for. All that any of several texts says must hold: each is read by
    /// itself.</summary>
    public static SearchQuery? Parse(params IReadOnlyList<string> texts)
    {
        var query = new SearchQuery();
        return texts.Any() && texts.All(query.Add) ? query : null;
    }

    /// <summary>The query for FTS5, in which every word is quoted. Of a query that only excludes it finds what is excluded.</summary>
    /// <param name="codes">Codes of the slices to look in.</param>
    public string ToFts(IEnumerable<string> codes) => string.Join(" OR ", codes.Select(code => $"({ToFts(code)})"));

    /// <summary>The same as PostgreSQL reads it (<c>tsquery</c>).</summary>
    public string ToLexemes(IEnumerable<string> codes) => string.Join(" | ", codes.Select(code => $"({ToLexemes(code)})"));

    private string ToLexemes(string code)
    {
        if (OnlyExcludes)
            return AnyLexeme(_unwanted, code);
        var all = string.Join(" & ", _wanted.Select(any => $"({AnyLexeme(any, code)})"));
        return _unwanted.Count == 0 ? all : $"({all}) & !({AnyLexeme(_unwanted, code)})";
    }

    private static string AnyLexeme(IEnumerable<Operand> operands, string code) =>
        string.Join(" | ", operands.Select(operand => Lexemes.Phrase(SearchText.Coded(operand.Words, code), operand.IsPrefix)));

    private string ToFts(string code)
    {
        if (OnlyExcludes)
            return AnyOf(_unwanted, code);
        var all = string.Join(" AND ", _wanted.Select(any => $"({AnyOf(any, code)})"));
        return _unwanted.Count == 0 ? all : $"({all}) NOT ({AnyOf(_unwanted, code)})";
    }

    // Inside quotes FTS5 knows no syntax, and there is no quote left inside.
    private static string AnyOf(IEnumerable<Operand> operands, string code) =>
        string.Join(
            " OR ",
            operands.Select(operand => $"\"{SearchText.Coded(operand.Words, code).Trim()}\"{(operand.IsPrefix ? " *" : "")}"));

    private bool Add(string text)
    {
        var known = Operands;
        Read(text);
        return Operands > known;
    }

    private void Read(string text)
    {
        var (or, last) = (false, new List<Operand>());
        foreach (Match token in Token().Matches(text).Take(MaxOperands))
        {
            if (token.Value == Or)
            {
                or = last.Count > 0;
                continue;
            }

            if (OperandOf(token) is not { } operand)
                continue;
            if (token.Groups["minus"].Success)
                Add(_unwanted, operand);
            else if (or)
                last.Add(operand);
            else
                Add(_wanted, last = [operand]);
            or = false;
        }
    }

    private static void Add<T>(List<T> group, T operand)
    {
        if (group.Count < MaxGroups)
            group.Add(operand);
    }

    private Operand? OperandOf(Match token)
    {
        var words = (token.Groups["phrase"].Success ? token.Groups["phrase"] : token.Groups["word"]).Value
            .Replace("\"", " ", StringComparison.Ordinal)
            .Replace('\0', ' ')
            .Trim();
        if (!SearchText.HasWords(words))
            return null;
        var hasStar = token.Groups["star"].Success;
        var isPrefix = hasStar && words.EnumerateRunes().Count(Rune.IsLetterOrDigit) >= MinPrefix
            && ++_prefixes <= MaxPrefixes;
        return new(words, isPrefix, hasStar);
    }

    private sealed record Operand(string Words, bool IsPrefix, bool HasStar);

    [GeneratedRegex(
        """(?<minus>(?<!\S)-)?(?:["“”](?<phrase>[^"“”]*)["“”]?|(?<word>[^\s"“”*]+))(?<star>\*)?""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
