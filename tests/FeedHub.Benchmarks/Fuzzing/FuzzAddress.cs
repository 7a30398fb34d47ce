using System.Globalization;
using System.Net;
using System.Text;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>Addresses in spellings that people, programs and attackers use, with a secret planted in many of them.</summary>
internal static class FuzzAddress
{
    /// <summary>Stands in user info and in the values of secret parameters.</summary>
    public const string Secret = "zQ7vS3cr3t";

    private static readonly string[] Names = ["key", "apikey", "api_key", "token", "access_token", "auth", "sig", "signature", "secret",
        "password", "pass", "X-Amz-Signature", "user_token", "API_KEY", "token[]", "auth[token]", "feed-key"];

    private static readonly string[] PrivateHosts =
        ["127.0.0.1", "10.1.2.3", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "198.18.0.1", "192.0.0.1",
            "224.0.0.1", "255.255.255.255", "[::1]", "[::ffff:127.0.0.1]", "[fc00::1]", "[fe80::1%25eth0]", "[64:ff9b::7f00:1]",
            "[2002:7f00:1::]", "[::127.0.0.1]", "localhost"];

    private static readonly string[] Bits =
        ["@", ":", "/", "//", "\\", "?", "&", "&amp;", ";", "#", "=", "%", "%40", "%2F", "%3F", "%26", "%3D", "%00", "%zz", ".", "..",
            "/../", "\u3002", "\uFF0E", "\u2024", "\uFF0F", "\u200B", "\u00AD", " ", "\t", "\n", "[", "]", "xn--", "xn--a", "0x", "+", "|",
            "\"", "<", "'", "\uFFFD", "\uD800", "日本", "https://", "http:", "feed:", "javascript:", ":80", ":99999"];

    public static string Make(Random random)
    {
        var address = $"{Scheme(random)}{User(random)}{Host(random)}{Port(random)}{Path(random)}{Query(random)}{Fragment(random)}";
        if (random.OneIn(8))
            address =
                $"https://proxy.example/{random.Pick(["?url=", "fetch/", "#"])}{(random.OneIn(2) ? Uri.EscapeDataString(WholePairs(address)) : address)}";
        for (var n = random.OneIn(3) ? random.Next(4) : 0; n > 0; n--)
            address = Damaged(random, address);
        return address;
    }

    private static string Damaged(Random random, string address)
    {
        var at = random.Next(address.Length + 1);
        return random.Next(4) switch
        {
            0 => address.Remove(at, Math.Min(random.Next(4), address.Length - at)),
            1 => Swapped(address, at),
            _ => address.Insert(at, random.Pick(Bits)),
        };
    }

    private static string Swapped(string address, int at) => at >= address.Length ? address
        : address[..at] + (char.IsUpper(address[at]) ? char.ToLowerInvariant(address[at]) : char.ToUpperInvariant(address[at]))
            + address[(at + 1)..];

    private static string Scheme(Random random) => random.Next(12) switch
    {
        0 => "HTTP://",
        1 => "http:\\\\",
        2 => random.Pick(
            ["ftp://", "file:///", "gopher://", "feed://", "feed:https://", "rss://", "http:/", "https:", "//", "", "ws://", "http:///"]),
        3 or 4 => "http://",
        _ => "https://",
    };

    private static string User(Random random) => random.Next(8) switch
    {
        0 => $"user:{Secret}@",
        1 => $"{Secret}@",
        2 => $"user%3A{Secret}%40",
        3 => $"us@er:{Secret}@",
        _ => "",
    };

    private static string Host(Random random) => random.Next(6) switch
    {
        0 => random.Pick(PrivateHosts),
        1 or 2 => Spelled(random, (uint)random.NextInt64(0x1_0000_0000)),
        3 => Spelled(random, random.Pick<uint>([0x7F000001, 0x0A000001, 0xC0A80101, 0xA9FEA9FE, 0xAC100001, 0x64400001, 0])),
        _ =>
            random.Pick(
                ["a.example", "WWW.Site.Example", "bücher.example", "xn--bcher-kva.example", "a.example.", "пример.example", "a_b.example",
                    "a..example", "-a.example", new string('a', 64) + ".example"]),
    };

    // As inet_aton and browsers read it.
    private static string Spelled(Random random, uint ip)
    {
        var parts = random.Next(6) switch
        {
            0 => [ip],
            1 => [ip >> 24, ip & 0xFFFFFF],
            2 => [ip >> 24, (ip >> 16) & 255, ip & 0xFFFF],
            _ => new[] { ip >> 24, (ip >> 16) & 255, (ip >> 8) & 255, ip & 255 },
        };
        var host = string.Join(random.OneIn(8) ? random.Pick(["\u3002", "\uFF0E", "%2e"]) : ".", parts.Select(part => Number(random, part)))
            + (random.OneIn(8) ? "." : "");
        return random.Next(8) switch
        {
            0 => string.Concat(host.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '\uFF10') : c)),
            1 => $"[::ffff:{new IPAddress([(byte)(ip >> 24), (byte)(ip >> 16), (byte)(ip >> 8), (byte)ip])}]",
            2 => string.Create(
                CultureInfo.InvariantCulture,
                $"[{random.Pick(["64:ff9b", "2002", "", "0:0:0:0:0:ffff", "2001:0"])}:{ip >> 16:x}:{ip & 0xFFFF:x}"
                    + $"{random.Pick(["", "::"])}]"),
            3 => string.Concat(
                host.Select(c => random.OneIn(3) ? string.Create(CultureInfo.InvariantCulture, $"%{(int)c:X2}") : c.ToString())),
            _ => host,
        };
    }

    private static string Number(Random random, uint part) => random.Next(5) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"0x{part:x}"),
        1 => "0" + Convert.ToString(part, 8),
        2 => string.Create(CultureInfo.InvariantCulture, $"{part:D12}"),
        _ => part.ToString(CultureInfo.InvariantCulture),
    };

    private static string Port(Random random) => random.OneIn(5) ? random.Pick([":80", ":443", ":8080", ":0", ":65536", ":", ":080"]) : "";

    private static string Path(Random random) =>
        random.OneIn(6) ? ""
            : "/"
                + random.Pick(
                    ["", "feed", "feed.xml", "a/../b", "./a", "%7Ea", "a%2Fb", "amp/", "a b", "é", "a;b=c", "a//b", "@me", "x:y@z/feed"]);

    private static string Query(Random random) =>
        string.Concat(
            Enumerable.Range(0, random.Next(4))
                .Select(n => (n == 0 ? "?" : random.Pick(["&", "&", "&", ";", "&amp;"])) + Parameter(random)));

    private static string Parameter(Random random) => random.Next(3) switch
    {
        0 => random.Pick(["utm_source=x", "a[b]=c", "source=twitter", "a", "=", "x=%26y", "url=https%3A%2F%2Fb.example%2F", "q=a+b"]),
        _ => $"{Name(random)}={Secret}{random.Pick(["", "", "%3D%3D", "==", "/+", "@x", ";y", "%26z"])}",
    };

    private static string Name(Random random)
    {
        var name = random.Pick(Names);
        return random.OneIn(4)
            ? string.Concat(name.Select(c => random.OneIn(4) ? string.Create(CultureInfo.InvariantCulture, $"%{(int)c:x2}") : c.ToString()))
            : name;
    }

    private static string Fragment(Random random) => random.OneIn(6) ? random.Pick(["#", "#!page", "#a#b", $"#access_token={Secret}"]) : "";

    private static string WholePairs(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
