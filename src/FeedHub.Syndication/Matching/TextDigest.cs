using System.Text.RegularExpressions;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Syndication.Matching;

/// <summary>
/// Tells an edit from a trifle: equal digests read alike. White space, punctuation, case, markup, addresses of pictures, counters
/// ("1,204 views", "Dibaca 1.204 kali") and ages ("5 menit lalu") do not count; any other word or number does.
/// </summary>
public static partial class TextDigest
{
    private const int MaxCharacters = 100_000;

    /// <summary>The digest of a headline with its cleaned text; never 0.</summary>
    /// <param name="title">Headline as plain text, or null.</param>
    /// <param name="text">Cleaned plain text (<see cref="ItemText.Text"/>).</param>
    public static long Of(string? title, string text)
    {
        var told = new PooledText((title?.Length ?? 0) + text.Length + 1);
        Tell(title ?? "", ref told);
        told.Append('\n');
        Tell(text, ref told);
        var hash = ItemIdentity.HashOf(told.Written);
        told.Dispose();
        return hash != 0 ? hash : 1;
    }

    private static void Tell(string text, ref PooledText told)
    {
        var first = told.Length;
        Words.Fold(text.Length > MaxCharacters ? text[..MaxCharacters] : text, ref told);
        var words = told.Written[first..];
        if (!words.ContainsAnyInRange('0', '9') || !CounterSigns.MayBeIn(words))
            return;
        var rest = Counter().Replace(words.ToString(), " ");
        told.Length = first;
        told.Append(rest);
    }

    // Words.Fold has made "1,204" two words.
    private const string Number = @"\d+(?: \d+)*(?: ?(?:k|rb|ribu|jt|juta|m))?";

    [GeneratedRegex(
        $@"\b(?:(?:{CounterSigns.Before}) {Number}(?: (?:kali|x|times))?|{Number} (?:{CounterSigns.Behind})"
            + $@"|{Number} (?:{CounterSigns.Units}) (?:yang lalu|lalu|ago))\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Counter();
}
