using System.Globalization;
using System.Text;

namespace FeedHub.Fetching;

/// <summary>
/// Addresses whose path and query go out byte for byte as they were given: <see cref="Uri"/> alone asks for <c>~</c> where
/// <c>%7E</c> stands, and some servers, and all signatures of addresses, tell the two apart.
/// </summary>
internal static class WireAddress
{
    private static readonly UriCreationOptions AsGiven = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>An absolute address without its fragment; null if it is not one.</summary>
    public static Uri? Of(string url)
    {
        url = url.Trim();
        if (!Uri.TryCreate(url, UriKind.Absolute, out var read) || read.Scheme is not ("http" or "https"))
            return read;
        var site = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var target = url.AsSpan(site).IndexOfAny("/\\?#") is var start and >= 0 ? url[(site + start)..] : "";

        // What .NET reads in another way than this has no "://", and is not an address of the web.
        return site > 2 && Uri.TryCreate(Site(read) + Target(target), AsGiven, out var given) ? given : read;
    }

    /// <summary>The address that a reference means on the page of another (RFC 3986 5.2), spelled as the reference is; null if it is
    /// none.</summary>
    public static Uri? Resolve(Uri page, string reference)
    {
        reference = reference.Trim();
        if (!Uri.TryCreate(page, reference, out var meant))
            return null;

        // What has steps up or down in its path is put together by the rules, not copied.
        return meant.Scheme is not ("http" or "https") || PathOf(reference).Contains("/.", StringComparison.Ordinal)
            || reference.StartsWith('.')
            ? Of(meant.AbsoluteUri)
            : Of(Copied(page, reference));
    }

    private static string Copied(Uri page, string reference) => reference switch
    {
        _ when HasScheme(reference) => reference,
        ['/' or '\\', '/' or '\\', ..] => $"{page.Scheme}:{reference}",
        ['/' or '\\', ..] => Site(page) + reference,
        [] or ['?' or '#', ..] => Site(page) + PathOf(page.PathAndQuery) + (reference is ['?', ..] ? "" : page.Query) + reference,
        _ => Site(page) + PathOf(page.PathAndQuery)[..(PathOf(page.PathAndQuery).LastIndexOf('/') + 1)] + reference,
    };

    // With a user name where there is one: the guard refuses it.
    private static string Site(Uri page) => $"{page.Scheme}://{(page.UserInfo.Length == 0 ? "" : page.UserInfo + "@")}{page.Authority}";

    private static string PathOf(string target) => target.IndexOfAny(['?', '#']) is var end and >= 0 ? target[..end] : target;

    private static bool HasScheme(string reference) =>
        reference.IndexOfAny([':', '/', '\\', '?', '#']) is var at and > 0 && reference[at] == ':';

    // What cannot stand in a request's first line is escaped, and nothing else.
    private static string Target(string given)
    {
        var result = new StringBuilder("/", given.Length + 1);
        foreach (var rune in given.Split('#')[0].TrimStart('\\').EnumerateRunes().Skip(given is ['/', ..] ? 1 : 0))
            Append(result, rune);
        return result.ToString();
    }

    private static void Append(StringBuilder result, Rune rune)
    {
        if (rune.Value is > ' ' and < '\u007F')
        {
            result.Append(rune);
            return;
        }

        Span<byte> bytes = stackalloc byte[4];
        foreach (var value in bytes[..rune.EncodeToUtf8(bytes)])
            result.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
    }
}
