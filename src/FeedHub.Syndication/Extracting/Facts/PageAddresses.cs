using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>The addresses that a page names: its own, its picture's, its further pages'.</summary>
internal sealed partial class PageAddresses
{
    private const int MostLinks = 20_000;

    // A shorter path is a section of the site.
    private const int MinStem = 8;

    private static readonly string[] Names =
        ["og:image", "og:image:secure_url", "og:image:url", "twitter:image", "twitter:image:src", "itemprop:image"];

    private readonly PageFacts _facts;
    private readonly Uri _base;

    public PageAddresses(PageFacts facts)
    {
        _facts = facts;
        var written = facts.Root.All().FirstOrDefault(node => node.Name == "base")?["href"];
        _base = Absolute(written, facts.Address) is { } own ? new Uri(own) : facts.Address;
    }

    public string? Canonical => Absolute(_facts.Metas.First("link:canonical"), _base) ?? Absolute(_facts.Metas.First("og:url"), _base)
        ?? Marked();

    // Microdata: the address that ends as this page's does.
    private string? Marked() => _facts.Root.All().Where(node => node["itemprop"] is "url" or "mainEntityOfPage").Take(20)
        .Select(node => Absolute(node["href"] ?? node["content"], _base))
        .FirstOrDefault(address => address is not null && new Uri(address).Segments[^1] == _facts.Address.Segments[^1]);

    /// <summary>The declared picture, as the page shows it where it does: without the site's mark and in its own shape; where none is
    /// declared, the first that stands beside the text.</summary>
    public string? Picture
    {
        get
        {
            var declared = Pictures().Select(address => Absolute(address, _base))
                .FirstOrDefault(address => address is not null && IsFile(address));
            return declared is null ? ShownPictures.Beside(_facts, _base) : ShownPictures.Same(_facts.Root, declared, _base) ?? declared;
        }
    }

    private static bool IsFile(string address) =>
        new Uri(address).Segments[^1] is { } name && (name.Contains('.') || name.Any(char.IsDigit) || name.Length > 8);

    /// <summary>The page that comes after this one, of the same article.</summary>
    public string? Next
    {
        get
        {
            var here = Number(_facts.Address);
            var links = _facts.Root.All().Where(node => node.Name == "a" && node["href"] is not null).Take(MostLinks)
                .Select(node => Absolute(node["href"], _base)).OfType<string>().Where(address => !address.Contains('#')).Distinct();
            var named = Absolute(_facts.Metas.First("link:next"), _base);
            if (named is not null && Follows(new Uri(named), here))
                return named;
            return links.FirstOrDefault(address => Follows(new Uri(address), here)) ?? Declared().FirstOrDefault(Continues) ?? Numbers();
        }
    }

    // A link that is nothing but the next page's number, to the same name with that number behind it.
    private string? Numbers()
    {
        var (stem, here) = Numbering(_facts.Address);
        return _facts.Root.All().Where(node => node.Name == "a" && node["href"] is not null).Take(MostLinks)
            .Select(node => (node, Address: Absolute(node["href"], _base)?.Split('#')[0])).Where(link => link.Address is not null)
            .FirstOrDefault(link => Numbering(new Uri(link.Address!)) is var (other, number) && other == stem && number == here + 1
                && link.node.AllWords() == number.ToString(CultureInfo.InvariantCulture)).Address;
    }

    // "/pasar-ikan-2.html": the second part of "/pasar-ikan.html".
    private static (string Stem, int Number) Numbering(Uri address)
    {
        if (File().Match(address.AbsoluteUri) is not { Success: true } file)
            return (address.AbsoluteUri, 1);
        var number = file.Groups[2].Success ? int.Parse(file.Groups[2].Value, CultureInfo.InvariantCulture) : 1;
        return (file.Groups[1].Value + file.Groups[3].Value, number);
    }

    private IEnumerable<string> Declared() => new[] { _facts.Metas.First("link:next") }
        .Concat(_facts.Root.All().Where(node => node.Name == "a" && node["rel"]?.Split(' ').Contains("next") == true).Take(5)
            .Select(node => node["href"]))
        .Select(address => Absolute(address, _base)?.Split('#')[0]).OfType<string>();

    // Without a number "next" may be the next article of the site: of this one it is below its address, or differs in the query alone.
    private bool Continues(string next)
    {
        var to = new Uri(next);
        string?[] own =
            [_facts.Address.AbsolutePath, PathOf(_facts.Metas.First("link:prev")), PathOf(_facts.Metas.First("link:canonical"))];
        var begins = own.OfType<string>().Select(WithoutEnd).Where(path => path.Trim('/').Length > MinStem);
        return to.Host == _facts.Address.Host && to != _facts.Address && !Comments().IsMatch(next)
            && begins.Any(path => IsBelow(to.AbsolutePath, path))
            && (to.AbsolutePath.TrimEnd('/') != _facts.Address.AbsolutePath.TrimEnd('/')
                || (to.Query != _facts.Address.Query && Part().IsMatch(to.Query)));
    }

    private string? PathOf(string? address) => Absolute(address, _base) is { } whole ? new Uri(whole).AbsolutePath : null;

    private static string WithoutEnd(string path) => Ending().Replace(path.TrimEnd('/'), "");

    private static bool IsBelow(string path, string begin) => path.StartsWith(begin, StringComparison.Ordinal)
        && (path.Length == begin.Length || path[begin.Length] is '/' or '-' or '_' or ',' or '.');

    /// <summary>The page that shows all of the article's pages at once.</summary>
    public string? Whole => _facts.Root.All().Where(node => node.Name == "a" && node["href"] is not null).Take(MostLinks)
        .Select(node => Absolute(node["href"], _base)).OfType<string>()
        .FirstOrDefault(address => All().Match(address) is { Success: true } all && all.Index > 0
            && Same(address[..all.Index], _facts.Address.GetLeftPart(UriPartial.Path)) && !All().IsMatch(_facts.Address.AbsoluteUri));

    private static bool Same(string one, string other) => one.TrimEnd('/', '?', '&') == other.TrimEnd('/');

    private bool Follows(Uri address, int here) =>
        address.Host == _facts.Address.Host && Number(address) == here + 1 && Stem(address) == Stem(_facts.Address) && !IsRoot(address);

    private static bool IsRoot(Uri address) => Stem(address).Trim('/').Length == 0;

    // The number of a page in "/3", "/page/3", "?page=3", "-3.html"; the first one where there is none.
    private static int Number(Uri address) =>
        Numbered().Match(address.PathAndQuery) is { Success: true } page
            ? int.Parse(page.Groups.Values.Skip(1).First(group => group.Success).Value, CultureInfo.InvariantCulture) : 1;

    private static string Stem(Uri address) => Numbered().Replace(address.PathAndQuery, "").TrimEnd('/', '?', '&');

    private IEnumerable<string> Pictures()
    {
        foreach (var name in Names)
        {
            foreach (var value in _facts.Metas.All(name))
                yield return value;
        }

        if (_facts.Data.Article is { } article && PageJson.Get(article, "image") is { } image)
        {
            foreach (var address in ImageTexts(image))
                yield return address;
        }
    }

    private static IEnumerable<string> ImageTexts(System.Text.Json.JsonElement image) => image.ValueKind switch
    {
        System.Text.Json.JsonValueKind.Object => PageJson.Texts(image, "url").Concat(PageJson.Texts(image, "contentUrl")),
        System.Text.Json.JsonValueKind.Array => image.EnumerateArray().Take(10).SelectMany(ImageTexts),
        _ => PageJson.Texts(image),
    };

    private static string? Absolute(string? address, Uri around) =>
        address is not null && Uri.TryCreate(around, address.Trim(), out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            ? uri.AbsoluteUri : null;

    [GeneratedRegex(
        @"/page/(\d{1,3})/?$|(?<=[^/]{3,}.*)/(\d{1,2})/?$|(?<=[?&])(?:page|hal|halaman|p|pg|paged|seite|pagina)=(\d{1,3})(?=&|$)")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^([^?#]*?)(?:[-_](\d{1,2}))?(\.(?:s?html?|php|aspx?|jsp))$")]
    private static partial Regex File();

    [GeneratedRegex(@"\.(?:s?html?|php|aspx?|jsp)$", RegexOptions.IgnoreCase)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^\?(?:page|hal|halaman|bagian|part|teil|seite|pagina|start|offset|p)=[^&]+$", RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    [GeneratedRegex(@"comment|kommentar|komentar|cpage|replytocom", RegexOptions.IgnoreCase)]
    private static partial Regex Comments();

    // "?page=all", "?showpage=all", "/all"
    [GeneratedRegex(
        @"[?&](?:show)?page=all(?=&|$)|[?&](?:single|view|tampil)=(?:1|all|semua|single)(?=&|$)|/(?:all|single)/?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex All();
}
