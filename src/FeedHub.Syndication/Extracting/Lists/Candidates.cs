using System.Text.RegularExpressions;
using AngleSharp.Dom;
using FeedHub.Syndication.Identity;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>Which links of a page lead to articles: by their address, their text, their place, and the company of their kind.</summary>
internal static partial class Candidates
{
    // So many of one form are how the site writes its articles' addresses.
    private const int Several = 3;

    // How far around a link the heading of its card stands.
    private const int NearLevels = 4;

    // A card has a few links to its article; sections and authors have theirs in every card.
    private const int MostLinks = 8;

    /// <summary>The articles, in the page's order.</summary>
    public static IReadOnlyList<PageLink> Find(IReadOnlyList<PageLink> links, Uri page)
    {
        var own = Among(links.Where(link => Site.SameBrand(link.Url.AbsoluteUri, page.AbsoluteUri)));
        // Some pages list what others wrote.
        return own.Count >= Several || Among(links) is not { Count: > Several } others ? own : others;
    }

    private static List<PageLink> Among(IEnumerable<PageLink> links)
    {
        var judged = links.Select(Judge).Where(j => j.Link.Anchors.Count > 0).ToList();
        var shapes = judged.GroupBy(j => AddressLikeness.Shape(j.Link.Url))
            .Where(shape => shape.Count(j => j.IsArticle) is var sure && sure >= Several && sure * 2 > shape.Count())
            .Select(shape => shape.Key).ToHashSet();
        return
        [
            .. judged.Where(j => j.IsArticle || (j.Text > 0 && j.Address >= 0 && shapes.Contains(AddressLikeness.Shape(j.Link.Url))))
                .Select(j => j.Link),
        ];
    }

    private static (PageLink Link, int Address, int Text, bool IsArticle) Judge(PageLink link)
    {
        link.Anchors.RemoveAll(IsNavigation);
        var address = AddressLikeness.Score(link.Url);
        var text = link.Anchors.Select(Text).DefaultIfEmpty(0).Max();
        if (text == 0 && address >= AddressLikeness.Likely)
            text = link.Anchors.Select(anchor => Math.Max(UnlinkedText(anchor), PictureText(anchor))).DefaultIfEmpty(0).Max();
        var isHeading = link.Anchors.Exists(IsHeading);
        var isArticle = address >= 0 && text > 0 && link.Anchors.Count <= MostLinks
            && (address >= AddressLikeness.Likely || (address > 0 && text > 2) || (isHeading && text > 1)
                || (text > 3 && link.Anchors.Count > 1));
        return (link, address, text, isArticle);
    }

    private static int Text(IElement anchor) => TextRuns.Of(anchor).Select(Headline.Score)
        .Append(Headline.Score(anchor.GetAttribute("title") ?? "")).Append(Headline.Score(anchor.GetAttribute("aria-label") ?? "")).Max();

    // "Read more" below a heading that leads nowhere.
    private static int UnlinkedText(IElement anchor) =>
        EntryTitle.Beside(ElementNames.Chain(anchor).Skip(1).Take(NearLevels), anchor) is { } heading
            ? Headline.Score(TextRuns.Line(heading))
            : 0;

    // A picture that is all that leads there.
    private static int PictureText(IElement anchor) => Selectors.Below(anchor).Where(element => element.LocalName == "img").Take(3)
        .Select(picture => Headline.Score(picture.GetAttribute("alt") ?? "")).DefaultIfEmpty(0).Max();

    private static bool IsHeading(IElement anchor) =>
        Around(anchor, 3).Concat(Selectors.Below(anchor).Take(30)).Any(Asides.IsHeading);

    private static bool IsNavigation(IElement anchor) => ElementNames.Chain(anchor).Any(element =>
        element.LocalName is "nav" or "footer" or "noscript" || element.GetAttribute("role") is "navigation" or "menu" or "menubar"
        || element.ClassList.Append(element.Id ?? "").Any(name => Menus().IsMatch(name)));

    private static IEnumerable<IElement> Around(IElement element, int most)
    {
        for (var around = element.ParentElement; around is not null && most-- > 0; around = around.ParentElement)
            yield return around;
    }

    // A class that ends so, or "MainNavigation-items"; not "list_pagination_nav_1", which says how a list goes on.
    [GeneratedRegex(
        @"(?:^|[-_])(?:nav|navbar|navigation|menu|submenu|breadcrumbs?|pagination|paging|pager|footer|socials?|share|tagcloud|cookies?)$"
        + @"|(?:^|[a-z])(?:Nav|Navigation|Navbar|Menu|Breadcrumbs?|Pagination|Footer)(?:$|-)")]
    private static partial Regex Menus();
}
