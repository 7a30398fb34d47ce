using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedHub.Publishing.Readers;

/// <summary>The program that reads a feed, as its User-Agent names it.</summary>
/// <param name="Name">Without version; never an address or anything else of a person's.</param>
/// <param name="Subscribers">For how many people it says that it reads, as aggregators do; null: it says nothing.</param>
internal sealed partial record ReadingProgram(string Name, long? Subscribers)
{
    /// <summary>The name of programs that cannot be told apart.</summary>
    public const string Others = "other programs";

    /// <summary>Characters of a User-Agent that are looked at.</summary>
    public const int LongestAgent = 512;

    private const int LongestName = 40;
    private const long MostSubscribers = 10_000_000;

    /// <summary>The program of a User-Agent (RFC 9110 10.1.5).</summary>
    public static ReadingProgram Of(string agent)
    {
        var read = agent.Length > LongestAgent ? agent[..LongestAgent] : agent;
        return new(NameOf(read), SubscribersOf(read));
    }

    private static long? SubscribersOf(string agent) => Stated().Match(agent) is { Success: true } stated
        ? Math.Min(MostSubscribers, long.Parse(stated.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture))
        : null;

    // Nearly all that browse say Mozilla first: then the name is what a comment says it is compatible with, else the last product.
    private static string NameOf(string agent)
    {
        var named = !agent.StartsWith("Mozilla/", StringComparison.OrdinalIgnoreCase) ? agent
            : Compatible().Match(agent) is { Success: true } compatible ? compatible.Groups[1].Value
            : BrowserOf([.. Product().Matches(Comment().Replace(agent, " ")).Select(product => product.Value).Where(IsNoEngine)]);
        if (named.Split(' ', '/', '(')[0].Contains('@', StringComparison.Ordinal))
            return Others;
        var name = Beginning().Match(named.Trim()).Value.TrimEnd(' ', '.', '-', '_');
        return name.Length is 0 or > LongestName ? Others : name;
    }

    // Every browser that is made of one also names Safari.
    private static string BrowserOf(IReadOnlyList<string> products) =>
        products.LastOrDefault(product => !product.StartsWith("Safari/", StringComparison.Ordinal))
            ?? products.LastOrDefault()
            ?? "Mozilla";

    private static bool IsNoEngine(string product) => Beginning().Match(product).Value
        is not ("Mozilla" or "AppleWebKit" or "Gecko" or "Version" or "Mobile");

    // "Feedly/1.0 (…; 12 subscribers)", "1 subscriber", "3 readers".
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}.,])([0-9]{1,9})\s{1,3}(?:subscriber|reader|user)s?\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stated();

    [GeneratedRegex(@"\(\s*compatible;\s*([^;()]{1,100})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Compatible();

    [GeneratedRegex(@"\([^()]{0,512}\)")]
    private static partial Regex Comment();

    [GeneratedRegex(@"[^\s/]{1,100}/\S{1,100}")]
    private static partial Regex Product();

    // Words up to a version, a comment or what looks like an address.
    [GeneratedRegex(
        @"^\p{L}[\p{L}\p{N}]*(?:[._+-]\p{L}[\p{L}\p{N}]*| \p{L}[\p{L}\p{N}]*(?![:@\p{L}\p{N}]))*(?![@:])(?=$|[\s/(;,_.+-])")]
    private static partial Regex Beginning();
}
