using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>Damages texts: at single characters, at words that mean something to a parser, and at whole tags, values and lists.</summary>
internal static partial class Mutation
{
    private const int MostLength = 300_000;

    /// <summary>The text with a few changes, some of them pieces of another.</summary>
    public static string Of(Random random, string text, string other)
    {
        for (var n = random.Size(8); n >= 0; n--)
            text = Once(random, text, other);
        return text.Length > MostLength ? text[..MostLength] : text;
    }

    private static string Once(Random random, string text, string other) => random.Next(6) switch
    {
        0 => Characters(random, text),
        1 or 2 => Insert(random, text, random.Pick(Pieces.All)),
        3 => Values(random, text),
        _ => Tokens(random, text, other),
    };

    private static string Characters(Random random, string text)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(text.Length - at, random.Size(60));
        return random.Next(4) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 => text[..at],
            _ => text.Remove(at, length).Insert(at, new string((char)random.Next(random.OneIn(2) ? 128 : 0x10000), random.Next(4))),
        };
    }

    private static string Insert(Random random, string text, string piece)
    {
        var times = random.OneIn(20) ? 1 + random.Size(Math.Max(1, Math.Min(20_000, MostLength / Math.Max(1, piece.Length)))) : 1;
        var at = random.Next(text.Length + 1);
        return text.Insert(
            at,
            times == 1 ? piece : string.Concat(random.OneIn(2) ? Numbered(piece, times) : Enumerable.Repeat(piece, times)));
    }

    // No two alike: what is kept of each is kept of all.
    private static IEnumerable<string> Numbered(string piece, int times)
    {
        var at = piece.AsSpan().IndexOfAnyInRange('a', 'z') + 1;
        return Enumerable.Range(0, times).Select(n => piece.Insert(at, n.ToString(CultureInfo.InvariantCulture)));
    }

    // A value keeps its place and its quotes, and says something else.
    private static string Values(Random random, string text)
    {
        var found = ValuePattern().Matches(text);
        if (found.Count == 0)
            return text;
        var value = found[random.Next(found.Count)];
        return string.Concat(text.AsSpan(0, value.Index), random.Pick(Pieces.Values), text.AsSpan(value.Index + value.Length));
    }

    private static string Tokens(Random random, string text, string other)
    {
        var tokens = TokenPattern().Matches(text).Select(token => token.Value).ToList();
        var others = random.OneIn(2) ? TokenPattern().Matches(other).Select(token => token.Value).ToList() : tokens;
        if (tokens.Count == 0 || others.Count == 0)
            return other;
        var (at, from) = (random.Next(tokens.Count), random.Next(others.Count));
        var run = others.GetRange(from, 1 + random.Size(others.Count - from));
        if (random.OneIn(2))
            tokens.RemoveRange(at, 1 + random.Size(tokens.Count - at));
        if (!random.OneIn(3))
            tokens.InsertRange(at, Repeated(random, run));
        return new StringBuilder().AppendJoin("", tokens).ToString();
    }

    private static IEnumerable<string> Repeated(Random random, List<string> run)
    {
        var most = Math.Min(3_000, MostLength / (1 + run.Sum(token => token.Length)));
        return Enumerable.Repeat(run, random.OneIn(20) ? 1 + random.Size(Math.Max(1, most)) : 1).SelectMany(token => token);
    }

    [GeneratedRegex("(?<=\")[^\"<>]*(?=\")|(?<=>)[^<>]+(?=<)|(?<=')[^'<>]*(?=')|[0-9]+")]
    private static partial Regex ValuePattern();

    [GeneratedRegex("<[^<>]*>|\"[^\"]*\"|[{}\\[\\],:]|[^<>{}\\[\\],:\"]+|.", RegexOptions.Singleline)]
    private static partial Regex TokenPattern();
}
