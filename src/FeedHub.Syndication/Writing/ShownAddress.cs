using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Writing;

/// <summary>
/// Addresses of sources, hubs and redirects as people, logs and errors get them: without user name and password, and with
/// <see cref="Hidden"/> for the value of a query parameter whose name says that it is a secret. All such addresses pass here; whole they
/// stand only where an admin edits them. It works on text: what cannot be read as an address may hold a password all the same.
/// </summary>
public static partial class ShownAddress
{
    /// <summary>What stands for a secret.</summary>
    public const string Hidden = "…";

    // Longer runs of text are not an address that anybody has to read.
    private const int LongestRun = 16 * 1024;

    private static readonly string[] Secrets =
        ["key", "apikey", "api_key", "token", "access_token", "auth", "sig", "signature", "secret", "password", "pass"];

    /// <summary>An address, or what somebody wrote for one, without what is secret in it.</summary>
    public static string Of(string address) => WithoutValues(WithoutUser(address));

    /// <inheritdoc cref="Of(string)"/>
    public static string Of(Uri address) => Of(address.IsAbsoluteUri ? address.AbsoluteUri : address.OriginalString);

    /// <summary>The same words, each address in them without what is secret in it.</summary>
    [return: NotNullIfNotNull(nameof(words))]
    public static string? InText(string? words) =>
        words is null || !words.Contains("://", StringComparison.Ordinal)
            ? words
            : AddressPattern().Replace(words, match => WithEnd(match.Value));

    /// <summary>The same reason, each address in its texts without what is secret in it.</summary>
    [return: NotNullIfNotNull(nameof(reason))]
    public static Reason? InText(Reason? reason) => reason?.Select(text => InText(text));

    /// <summary>Whether a secret was taken out of the address, here or by another FeedHub: it leads nowhere.</summary>
    public static bool IsCut(string address) =>
        ValuesOf(address).Any(value => Uri.UnescapeDataString(address[value]) == Hidden);

    // Full stops, brackets and quotes behind an address belong to the sentence.
    private static string WithEnd(string address)
    {
        var bare = address.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '\'', '”', '’', '»');
        return bare.Length > LongestRun ? Hidden : Of(bare) + address[bare.Length..];
    }

    private static string WithoutUser(string address)
    {
        var isAddress = address.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(address, UriKind.Absolute, out _);
        return UserPattern().Replace(isAddress ? address : WithoutBeginning(address), "");
    }

    // Of what is not an address the password may end anywhere before the last @.
    private static string WithoutBeginning(string address)
    {
        var scheme = SchemePattern().Match(address);
        var (from, at) = (scheme.Length, address.LastIndexOf('@'));
        return at > from && (scheme.Success || address.LastIndexOf(':', at) >= 0) ? address[..from] + address[(at + 1)..] : address;
    }

    private static string WithoutValues(string address)
    {
        var (shown, done) = (new StringBuilder(), 0);
        foreach (var value in ValuesOf(address))
        {
            shown.Append(address, done, value.Start.Value - done).Append(Hidden);
            done = value.End.Value;
        }

        return done == 0 ? address : shown.Append(address, done, address.Length - done).ToString();
    }

    // A value ends at the next & alone: what a ; or # begins may still be the secret's.
    private static IEnumerable<Range> ValuesOf(string address)
    {
        var done = 0;
        foreach (Match parameter in ParameterPattern().Matches(address))
        {
            var start = parameter.Index + parameter.Length;
            if (start < done || !IsSecret(parameter.Groups["name"].Value))
                continue;
            var end = parameter.Groups["escaped"].Success
                ? AmpersandPattern().Match(address, start)
                : PlainAmpersandPattern().Match(address, start);
            done = end.Success ? end.Index : address.Length;
            if (done > start)
                yield return start..done;
        }
    }

    // "With a prefix": X-Amz-Signature, user_token, feedkey; and what PHP makes of token[] and auth[token].
    private static bool IsSecret(string name) =>
        Uri.UnescapeDataString(name).Split('[', ']')
            .Any(part => Secrets.Any(secret => part.Trim().EndsWith(secret, StringComparison.OrdinalIgnoreCase)));

    [GeneratedRegex(@"(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]*://[^\s""<>]+", RegexOptions.CultureInvariant)]
    private static partial Regex AddressPattern();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*://", RegexOptions.CultureInvariant)]
    private static partial Regex SchemePattern();

    // Also of an address within the address, as proxies and archives have them, plain or escaped, and of one without its scheme.
    [GeneratedRegex(
        @"(?<=(?:^|:)[/\\]{2,})[^/?#\\]+@|(?<=%3A%2F%2F)(?:(?!%2F|%3F|%23)[^/?#&])+%40",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex UserPattern();

    [GeneratedRegex(
        @"(?<=[?&;#]|%3F|%26|%3D)(?<name>(?:(?!%3F|%26|%3D)[^=?&;#])*)(?:=|(?<escaped>%3D))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ParameterPattern();

    [GeneratedRegex("&|%26", RegexOptions.CultureInvariant)]
    private static partial Regex AmpersandPattern();

    [GeneratedRegex("&", RegexOptions.CultureInvariant)]
    private static partial Regex PlainAmpersandPattern();
}
