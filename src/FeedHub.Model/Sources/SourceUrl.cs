using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using FeedHub.Model.Words;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Writing;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Model.Sources;

/// <summary>Which addresses a source may have, and which of them are the same.</summary>
public static partial class SourceUrl
{
    /// <summary>Longest address that is taken, in characters.</summary>
    public const int MaxLength = 2048;

    /// <summary>Null, or what is wrong with the address and what to write instead, without what is secret in it.</summary>
    public static string? Problem(string url)
    {
        if (url.Length > MaxLength)
            return Say(
                $"the address has {url.Length} characters: write one of at most {MaxLength}",
                $"alamatnya {url.Length} karakter: tulis paling banyak {MaxLength}");
        if (ForeignScheme().Match(url) is { Success: true } foreign && !IsWeb(foreign.Value))
            return Say(
                $"{Wording.Quoted(foreign.Value)} cannot be polled: write an address that starts with https:// or "
                    + "http://",
                $"{Wording.Quoted(foreign.Value)} tidak dapat diperiksa: tulis alamat yang diawali https:// atau "
                    + "http://");
        if (url.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            return Say(
                $"{Quoted(url)} has a space in it: take it out, or write %20",
                $"{Quoted(url)} mengandung spasi: hapus, atau tulis %20");
        if (url.Any(Wording.IsDirection))
            return Say(
                $"{Quoted(string.Concat(url.Where(c => !Wording.IsDirection(c))))} has an invisible character in it that turns the "
                    + "direction of writing: type it again by hand",
                $"{Quoted(string.Concat(url.Where(c => !Wording.IsDirection(c))))} mengandung karakter tak terlihat yang membalik arah "
                    + "tulisan: ketik lagi sendiri");
        return Written(url) is { } uri
            ? ProblemOf(uri, url)
            : Say(
                $"{Quoted(url)} is not a web address: write the whole of it, such as \"https://example.org/feed.xml\"",
                $"{Quoted(url)} bukan alamat web: tulis lengkap, misalnya \"https://example.org/feed.xml\"");
    }

    /// <summary>An address as messages quote it: without what is secret in it, on one line, and cut if long.</summary>
    public static string Quoted(string url) => Wording.Quoted(ShownAddress.Of(url));

    /// <summary>Reads an address that a source may have.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Uri? url)
    {
        url = text is not null && Problem(text) is null ? Absolute(text) : null;
        return url is not null;
    }

    /// <summary>
    /// One spelling for the addresses that ask for the same thing: case and last dot of the host, default port and fragment
    /// make no difference. For comparing only.
    /// </summary>
    /// <exception cref="FormatException">It is an address that <see cref="Problem"/> has something against.</exception>
    public static string Key(string url)
    {
        var uri = Absolute(url) ?? throw new FormatException($"{Quoted(url)} is not a web address");
        var port = uri.IsDefaultPort ? "" : FormattableString.Invariant($":{uri.Port}");
        return $"{uri.Scheme}://{HostOf(uri)}{port}{uri.PathAndQuery}";
    }

    /// <summary>The host that politeness counts by: in lower case, without port; empty if this is not an address.</summary>
    public static string HostOf(string url) => Absolute(url) is { } uri ? HostOf(uri) : "";

    /// <summary>The server that rests and is counted as one: the host, with the port unless it is the usual one; empty if this
    /// is not an address.</summary>
    public static string ServerOf(string url) => Absolute(url) is { } uri ? ServerOf(uri) : "";

    /// <inheritdoc cref="ServerOf(string)"/>
    public static string ServerOf(Uri url) => url.IsDefaultPort ? HostOf(url) : FormattableString.Invariant($"{HostOf(url)}:{url.Port}");

    /// <summary>The host of a server's name.</summary>
    public static string HostOfServer(string server) => HostOf($"http://{server}/");

    /// <summary>Whether headers that were given for one address may be sent to another: to the same origin, or to its HTTPS twin.</summary>
    public static bool MaySendHeaders(Uri given, Uri asked) => SameOrigin(given, asked) || IsUpgrade(given, asked);

    private static string HostOf(Uri uri) =>
        uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : HostName.Ascii(uri)?.TrimEnd('.').ToLowerInvariant() ?? "";

    // With a host that can be asked.
    private static Uri? Absolute(string url) => Written(url) is { } uri && HostName.Ascii(uri) is not null ? uri : null;

    // .NET reads "http:feed.xml" and, on Linux, "/feed.xml" and "/http://feed.xml" as absolute addresses; none of them is one on the web.
    private static Uri? Written(string url) =>
        url.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(url, UriKind.Absolute, out var uri) && IsWeb(uri.Scheme)
            ? uri
            : null;

    private static bool IsWeb(string scheme) => scheme.TrimEnd(':', '/').ToLowerInvariant() is "http" or "https";

    // What ends in a number is meant for an IPv4 address (WHATWG URL 3.5); this one is in no spelling of it, and resolvers differ in what
    // they make of that.
    private static bool EndsInNumber(string host)
    {
        var last = host[(host.LastIndexOf('.') + 1)..];
        return last.Length > 0 && (last.All(char.IsAsciiDigit)
            || (last.StartsWith("0x", StringComparison.Ordinal) && last.AsSpan(2).ContainsAnyExcept("0123456789abcdef") is false));
    }

    private static string? ProblemOf(Uri uri, string url)
    {
        if (HostName.Ascii(uri) is not { } host)
            return Say(
                $"the host name {Wording.Quoted(uri.Host)} has a character that no host name may have, such as one that only looks "
                    + "like a dot: type it again by hand",
                $"nama host {Wording.Quoted(uri.Host)} memuat karakter yang tidak boleh ada di nama host, misalnya yang hanya mirip "
                    + "titik: ketik ulang sendiri");
        if (HostName.IsTooLong(host))
            return Say(
                $"the host name {Wording.Quoted(uri.Host)} is longer than a host name may be (253 characters, and 63 between two "
                    + "dots): type it again by hand",
                $"nama host {Wording.Quoted(uri.Host)} terlalu panjang (paling banyak 253 karakter, dan 63 di antara dua titik): ketik "
                    + "ulang sendiri");
        if (ShownAddress.IsCut(url))
            return Say(
                $"{Quoted(url)} lacks its secret, for which the {ShownAddress.Hidden} stands: write the whole address",
                $"{Quoted(url)} tanpa rahasianya, yang diganti {ShownAddress.Hidden}: tulis alamat lengkapnya");
        if (uri.HostNameType == UriHostNameType.Dns && EndsInNumber(HostOf(uri)))
            return Say(
                $"{Wording.Quoted(uri.Host)} is neither a name nor an address: write a number address as four numbers, such as 192.0.2.1",
                $"{Wording.Quoted(uri.Host)} bukan nama maupun alamat: tulis alamat angka sebagai empat angka, misalnya 192.0.2.1");

        // Not quoted: it may be a password.
        return uri.UserInfo.Length == 0
            ? null
            : Say(
                "the address has a user name or password in it: leave it out, and give the header Authorization the value env:NAME",
                "alamatnya memuat nama pengguna atau kata sandi: hapus, dan beri header Authorization nilai env:NAME");
    }

    private static bool SameOrigin(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.IdnHost == other.IdnHost && one.Port == other.Port;

    private static bool IsUpgrade(Uri from, Uri to) =>
        from.IdnHost == to.IdnHost && from is { Scheme: "http", Port: 80 } && to is { Scheme: "https", Port: 443 };

    // A scheme, and not the host of "example.org:8080/feed" or "localhost:5000" nor the name in "user:password@example.org": those are told
    // that they lack one.
    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+-]*:(?![0-9]+(?:[/?#]|\z)|[^/?#\s]*@)(?://)?", RegexOptions.CultureInvariant)]
    private static partial Regex ForeignScheme();
}
