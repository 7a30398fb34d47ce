using System.Buffers;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>What the place of a tag in a headline tells, and the words around it: whether the headline speaks of the tag.</summary>
internal static partial class TagContext
{
    private static readonly SearchValues<char> Before = SearchValues.Create("([{\"'“‘«`,;:/|–—-=+&");
    private static readonly SearchValues<char> After = SearchValues.Create(")]}\"'”’»`,;:/|–—-=+&.!?…");

    /// <summary>Whether what stands there is a word of its own: spaces, signs or an end of the headline are on both sides.</summary>
    /// <param name="html">The headline.</param>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">The place behind it.</param>
    public static bool IsWord(string html, int from, int to) =>
        (from == 0 || char.IsWhiteSpace(html[from - 1]) || Before.Contains(html[from - 1]))
        && (to == html.Length || char.IsWhiteSpace(html[to]) || After.Contains(html[to]));

    /// <summary>Whether the word before or behind it is one that is said of a tag, a sign ends the sentence with it, or a question asks
    /// what it does.</summary>
    public static bool IsNamed(string html, int from, int to)
    {
        var before = html.AsSpan(Math.Max(0, from - Reach), Math.Min(from, Reach));
        var after = html.AsSpan(to, Math.Min(html.Length - to, Reach));
        return NamedBefore().IsMatch(before) || NamedAfter().IsMatch(after)
            || (AskedBefore().IsMatch(before) && AskedAfter().IsMatch(after));
    }

    /// <summary>Whether the headline is about a language of tags.</summary>
    public static bool IsOfMarkup(string html) => Languages().IsMatch(html);

    /// <summary>Whether nothing is between a start and an end that anybody would mark up: no letter, or one word such as "and".</summary>
    public static bool IsJoined(string html, int from, int to) => to - from <= Reach && Joining().IsMatch(html.AsSpan(from, to - from));

    // The longest words that are looked for, with their spaces.
    private const int Reach = 24;

    [GeneratedRegex(
        @"(?:^|[\s\p{P}])(?:the|an?|each|every|use|using|avoid|tags?|elements?|elemen|gunakan|memakai|pakai)\s+[""'“‘`(]?\z",
        RegexOptions.IgnoreCase)]
    private static partial Regex NamedBefore();

    [GeneratedRegex(
        @"\A[""'”’`)]?(?:\s+(?:tags?|elements?|elemen|attributes?|atribut)(?![\p{L}\p{N}])|[?.,:;!)](?:\s|\z))", RegexOptions.IgnoreCase)]
    private static partial Regex NamedAfter();

    // "What does … do" has no subject but the tag.
    [GeneratedRegex(@"(?:^|[\s\p{P}])(?:what|how|why|when|where)\s+(?:does|did)\s+\z", RegexOptions.IgnoreCase)]
    private static partial Regex AskedBefore();

    [GeneratedRegex(@"\A\s+(?:do|mean|work|help|render|stand|look|matter|belong|break|need|go)(?![\p{L}\p{N}])", RegexOptions.IgnoreCase)]
    private static partial Regex AskedAfter();

    [GeneratedRegex(@"(?<![\p{L}\p{N}<])(?:x?html5?|css3?|markup|dom)(?![\p{L}\p{N}>])", RegexOptions.IgnoreCase)]
    private static partial Regex Languages();

    [GeneratedRegex(@"\A[\s\p{P}\p{S}]*(?:and|or|to|vs|versus|dan|atau|sampai|hingga)?[\s\p{P}\p{S}]*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Joining();
}
