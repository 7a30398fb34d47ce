using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Model.Words;

/// <summary>How messages quote what a person wrote, and guess what was meant.</summary>
internal static class Wording
{
    private const int LongestQuote = 80;

    /// <summary>In quotes, on one line, and cut if long: a message is one line of a log.</summary>
    public static string Quoted(string text)
    {
        var shown = text.Length > LongestQuote ? text[..LongestQuote] + "…" : text;
        return $"\"{string.Concat(shown.Select(c => char.IsControl(c) || IsDirection(c) ? '�' : c))}\"";
    }

    /// <summary>Whether the character steers the direction of text (<c>Bidi_Control</c> of UAX #9), and so can show a word as another
    /// one.</summary>
    public static bool IsDirection(char c) =>
        c is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    /// <summary>The second half of a message: the likely word, or all of them.</summary>
    public static string Instead(string written, IReadOnlyCollection<string> known) =>
        Nearest(written, known) is { } near ? Meant(near) : Say(
            $"write one of {string.Join(", ", known)}",
            $"tulis salah satu dari {string.Join(", ", known)}");

    /// <summary>That a property cannot have this value, and which to write.</summary>
    public static string NoChoice(string written, string name, IReadOnlyCollection<string> choices) => Say(
        $"{Quoted(written)} is not a value of \"{name}\": {Instead(written, choices)}",
        $"{Quoted(written)} bukan nilai \"{name}\": {Instead(written, choices)}");

    /// <summary>The likely word, as the second half of a message.</summary>
    public static string Meant(string near) => Say($"did you mean \"{near}\"?", $"maksud Anda \"{near}\"?");

    /// <summary>The known word that is one typing error away, case aside, or null.</summary>
    public static string? Nearest(string written, IEnumerable<string> known)
    {
        var (best, distance) = known
            .Select(word => (word, EditDistance.Between(written.ToLowerInvariant(), word.ToLowerInvariant())))
            .Where(c => c.Item2 <= Slips(written, c.word))
            .DefaultIfEmpty((null!, int.MaxValue))
            .MinBy(c => c.Item2);
        return distance == int.MaxValue ? null : best;
    }

    // A third of the letters: "categories" still finds "category", "foo" does not find "url".
    private static int Slips(string written, string word) => (Math.Max(written.Length, word.Length) + 1) / 3;
}
