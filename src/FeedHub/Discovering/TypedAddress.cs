using System.Text.RegularExpressions;
using FeedHub.Model.Sources;

namespace FeedHub.Discovering;

/// <summary>An address as people type or paste it.</summary>
public static partial class TypedAddress
{
    /// <summary>
    /// The addresses that may be meant, the likeliest first: without a scheme <c>https</c>, then <c>http</c>; <c>feed:</c> and its kin
    /// taken off; <c>@user@host</c> for an account, <c>r/name</c> for a subreddit. What cannot be understood is returned as it is, trimmed.
    /// </summary>
    public static IReadOnlyList<string> Meanings(string typed)
    {
        var text = FeedScheme().Replace(Bare(typed), "");
        if (Account().Match(text) is { Success: true } account)
            return [$"https://{account.Groups[2].Value}/@{account.Groups[1].Value}"];
        if (Subreddit().Match(text) is { Success: true } subreddit)
            return [$"https://www.reddit.com/{Section(subreddit)}/{subreddit.Groups[2].Value}/"];
        if (HasScheme().IsMatch(text))
            return [text];
        var rest = text.TrimStart('/');
        return HostFirst().IsMatch(rest) && SourceUrl.TryParse("https://" + rest, out _) ? [$"https://{rest}", $"http://{rest}"] : [text];
    }

    /// <summary>The likeliest address.</summary>
    public static string Of(string typed) => Meanings(typed)[0];

    // Copied from a mail or a text: "<https://…>", "“…”".
    private static string Bare(string typed)
    {
        var text = typed.Trim().Trim('\u200B', '\uFEFF').Trim();
        return text.Length > 2 && (text[0], text[^1]) is ('<', '>') or ('"', '"') or ('“', '”') or ('\'', '\'')
            ? text[1..^1].Trim()
            : text;
    }

    private static string Section(Match subreddit) => subreddit.Groups[1].Value.ToLowerInvariant() is "r" ? "r" : "user";

    // "feed:https://…" is that address, "feed://host/…" one without a scheme of the web.
    [GeneratedRegex(@"^(?:feeds?|itpc|pcast|podcast|rss):(?=[^\d])", RegexOptions.IgnoreCase)]
    private static partial Regex FeedScheme();

    [GeneratedRegex(@"^(?:acct:)?@([\w.-]{1,64})@((?:[\w-]+\.)+[\w-]{2,}(?::\d{1,5})?)/?$", RegexOptions.IgnoreCase)]
    private static partial Regex Account();

    [GeneratedRegex(@"^/?(r|u|user)/([\w+-]{1,100})/?$", RegexOptions.IgnoreCase)]
    private static partial Regex Subreddit();

    [GeneratedRegex(@"^[a-z][a-z0-9+-]*:(?!\d{1,5}(?:[/?#]|$))", RegexOptions.IgnoreCase)]
    private static partial Regex HasScheme();

    // A name with a dot, a number address, "localhost" or a name with a port.
    [GeneratedRegex(
        @"^(?:\[[0-9a-f:.]+\]|localhost|[^\s/?#@:]+\.[^\s/?#@:]+|[^\s/?#@:]+(?=:\d))(?::\d{1,5})?(?:[/?#]|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex HostFirst();
}
