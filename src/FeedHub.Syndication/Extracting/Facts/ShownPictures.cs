using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Pages;
using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>Finds on a page the picture that it declares: sites name it in another size or format.</summary>
internal static partial class ShownPictures
{
    private const int MostPictures = 300;

    // So many letters of a file's name are not by chance.
    private const int LongName = 28;

    private const int LeastWidth = 200;

    // What more of a page's pictures have in their addresses is not a mark of one.
    private const int MostShown = 4;

    /// <summary>The address as the page shows it, or null if it shows another one or none.</summary>
    public static string? Same(PageNode root, string declared, Uri around)
    {
        var marks = Marks(declared);
        if (marks.Count == 0)
            return null;
        var pictures = root.All().Where(node => node.Name == "img").Take(MostPictures).ToList();
        marks.RemoveWhere(mark => pictures.Count(node => (node["src"] ?? "").Contains(mark, StringComparison.Ordinal)) > MostShown);
        foreach (var node in pictures)
        {
            var sources = node.Parent is { Name: "picture" } picture
                ? picture.Children.Where(child => child.Name == "source").Select(child => child.Attributes)
                : [];
            if (ShownPicture.Of(node.Attributes, [.. sources], around) is { } shown
                && !Trackers.Is(shown.Url, shown.Width, shown.Height) && Marks(shown.Url).Overlaps(marks))
                return shown.Url;
        }

        return null;
    }

    /// <summary>The first picture between the headline and the end of the text that is not a part of the site; null if there is
    /// none.</summary>
    public static string? Beside(PageFacts facts, Uri around)
    {
        if (facts.Headline < 0 || facts.TextEnd is not { } end)
            return null;
        var head = facts.Lines[facts.Headline].Parts[0];
        return facts.Root.All().SkipWhile(node => node != head).TakeWhile(node => node != end)
            .Where(node => node.Name == "img" && IsOwn(node))
            .Select(node => ShownPicture.Of(node.Attributes, [], around)).Where(shown => shown is not null
                && !Trackers.Is(shown.Url, shown.Width, shown.Height) && shown.Width is null or >= LeastWidth)
            .Select(shown => shown!.Url).FirstOrDefault();
    }

    // Not a face, a mark, an advert, nor what leads to another page.
    private static bool IsOwn(PageNode picture) => !Site().IsMatch($"{picture["src"]} {picture.Hints} {picture["alt"]}")
        && !picture.Above().Take(6).Any(node => node.Name is "nav" or "aside" or "footer"
            || (node.Name == "a" && node["href"] is { } to && !File().IsMatch(to)) || Site().IsMatch(node.Hints));

    [GeneratedRegex(@"logo|icon|avatar|author|profil|banner|advert|[/_-]ads?[/_-]|iklan|sprite|emoji|badge|button|share|related|comment"
        + @"|pixel|blank\.|placeholder|loading|\.svg|^data:")]
    private static partial Regex Site();

    [GeneratedRegex(@"\.(?:jpe?g|png|webp|avif|gif)(?:$|\?)", RegexOptions.IgnoreCase)]
    private static partial Regex File();

    // What only this picture's address has: numbers of records, hashes, a file's long name.
    private static HashSet<string> Marks(string address)
    {
        var decoded = Uri.UnescapeDataString(address);
        var path = decoded.IndexOf("//", StringComparison.Ordinal) is var slashes and >= 0
            && decoded.IndexOf('/', slashes + 2) is var from and > 0 ? decoded[from..] : decoded;
        var names = path.Split('/', '?').Select(part => Size().Replace(part, "")).ToList();
        return [.. Mark().Matches(path).Select(match => match.Value).Where(mark => mark.Any(char.IsDigit) && !Day().IsMatch(mark)),
            .. names.Where(name => name.Length >= LongName).Select(name => name[..LongName]),
            .. names.Where(name => name.Length > 6 && Named().IsMatch(name))];
    }

    [GeneratedRegex(@"[A-Za-z0-9]{6,}(?:[-_][A-Za-z0-9]{4,})*?(?=[^A-Za-z0-9]|$)")]
    private static partial Regex Mark();

    [GeneratedRegex(
        @"^(?:19|20)\d{2}(?:[01]\d(?:[0-3]\d)?)?$|^w?\d{3,4}x\d{3,4}$|^width\d+$|^height\d+$|^resizemode",
        RegexOptions.IgnoreCase)]
    private static partial Regex Day();

    // "name-585x439.jpg"
    [GeneratedRegex(@"(?:[-_]\d{2,4}x\d{2,4})?\.(?:jpe?g|png|webp|avif|gif)$", RegexOptions.IgnoreCase)]
    private static partial Regex Size();

    [GeneratedRegex(@"^[A-Za-z]+[-_]?\d{3,}$")]
    private static partial Regex Named();
}
