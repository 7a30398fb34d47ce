using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>Chooses the section of the site that the article stands in.</summary>
internal static partial class Sections
{
    private const int MostLinks = 3_000;
    private const int LongestStep = 30;

    private static readonly string[] Names =
    [
        "article:section", "og:article:section", "parsely-section", "cXenseParse:section", "section", "itemprop:articleSection",
        "content_category", "category",
    ];

    /// <summary>The section, or null if the page tells none.</summary>
    public static string? Of(PageFacts facts, string? title)
    {
        var trail = Trail(facts).Where(step => IsSection(step) && !Headlines.IsOfSite(step, facts))
            .Where(step => title is null || !Headlines.IsSame(step, title))
            .ToList();
        var named = (facts.Data.Article is { } article ? PageJson.Texts(article, "articleSection").Select(First) : [])
            .Concat(Names.SelectMany(facts.Metas.All)
                .Select(First)).Where(step => IsSection(step) && !Headlines.IsOfSite(step, facts)).ToList();
        return Labelled(facts) ?? named.Concat(trail).FirstOrDefault(section => IsInAddress(section, facts.Address))
            ?? named.FirstOrDefault() ?? trail.LastOrDefault() ?? Linked(facts.Root) ?? Above(facts)
            ?? InMenu(facts, [.. Steps(facts.Address)]);
    }

    // "Kategori : Daerah"
    private static string? Labelled(PageFacts facts) =>
        facts.Lines.Select(line => Label().Match(line.Text)).Where(match => match.Success).Select(match => First(match.Groups[1].Value))
            .FirstOrDefault(IsSection);

    private static bool IsInAddress(string section, Uri address) =>
        Headlines.Key(section) is { Length: > 2 } key && (address.Segments.SkipLast(1).Any(segment => Headlines.Key(segment) == key)
            || address.Host.Split('.').SkipLast(2).Any(part => Headlines.Key(part) == key));

    private static string? Linked(PageNode root) => root.All()
        .Where(node => node.Name == "a" && node["rel"]?.Split(' ').Contains("category") == true).Take(1).Select(node => node.Words())
        .FirstOrDefault(IsSection);

    // A link above the headline that is called so.
    private static string? Above(PageFacts facts) => facts.Head(4, 2)
        .Where(line => line.LinkShare > 0.9 && (line.Parts[0].Above().Take(3).Any(node => SectionHint().IsMatch(node.Hints))
            || IsHeading(line)))
        .Select(line => line.Text).FirstOrDefault(IsSection);

    // <h3><a href="/sport">Sport</a></h3>
    private static bool IsHeading(PageLine line) => PageNames.IsHeading(line.Block.Name) && line.Parts[0].Above().Take(3)
        .Any(node => node.Name == "a" && node["href"] is { } to && Headlines.Key(to) == Plainly(line.Text));

    // A step of the address is a section if the page leads to it by name, or if it is called as sections are anywhere.
    private static string? InMenu(PageFacts facts, List<string> steps)
    {
        if (steps.Count == 0)
            return null;
        var links = facts.Root.All().Where(node => node.Name == "a" && node["href"] is not null).Take(MostLinks)
            .Select(link => (Link: link, To: Uri.TryCreate(facts.Address, link["href"], out var to) && IsWeb(to) ? to : null))
            .Where(link => link.To is not null).ToList();
        return steps.Select(step => links.Where(link => Last(link.To!) == step || link.To!.Host.Split('.')[0] == step)
                .Select(link => link.Link.Words()).FirstOrDefault(words => IsNameOf(words, step))).FirstOrDefault(name => name is not null)
            ?? (Usual().IsMatch(steps[0]) ? steps[0] : null);
    }

    // Accents apart; in other letters than an address has, any short name.
    private static bool IsNameOf(string words, string step) => Plainly(words) == Headlines.Key(step)
        || (words.Length is > 1 and < 25 && !words.Any(char.IsAsciiLetterOrDigit) && words.Any(char.IsLetter));

    private static string Plainly(string words) => Headlines.Key(string.Concat(words.Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).Replace('ı', 'i'));

    private static bool IsWeb(Uri address) => address.Scheme is "http" or "https";

    private static string Last(Uri address) => address.Segments[^1].Trim('/').ToLowerInvariant();

    // "bola.paper.example/read/…", "paper.example/showbiz/selebriti/headline": the likeliest first.
    private static IEnumerable<string> Steps(Uri address)
    {
        var steps = address.Segments.SkipLast(1).Select(segment => segment.Trim('/').ToLowerInvariant())
            .Where(step => Step().IsMatch(step) && !Plain().IsMatch(step)).ToList();
        var host = address.Host.Split('.') is { Length: > 2 } parts && Step().IsMatch(parts[0]) && !Plain().IsMatch(parts[0])
            ? parts[0]
            : null;
        if (steps.Count == 0)
            return host is null ? [] : [host];
        var first = steps[0] == host || steps[^1].Contains(steps[0], StringComparison.Ordinal) ? steps[0] : steps[^1];
        return steps.AsEnumerable().Reverse().Prepend(first).Distinct();
    }

    private static string First(string text) => text.Split(',', ';')[0].Trim();

    private static bool IsSection(string text) => text.Length is > 1 and < 60 && !Home().IsMatch(text);

    private static IEnumerable<string> Trail(PageFacts facts)
    {
        foreach (var list in facts.Data.OfType("BreadcrumbList"))
        {
            var steps = Steps(list).ToList();
            if (steps.Count > 0)
                return steps;
        }

        var shown = facts.Root.All().FirstOrDefault(node => !node.IsText && Crumbs().IsMatch(node.Hints));
        return shown is null ? Way(facts) : Parts(PageLines.Of(shown)).Take(8);
    }

    private static IEnumerable<string> Parts(IEnumerable<PageLine> lines) => lines.SelectMany(line => line.Parts)
        .SelectMany(part => Between().Split(part.Text.Trim())).Select(step => step.Trim()).Where(step => step.Length > 0);

    // A line that begins with the site's first page: "Accueil > Culture > …".
    private static IEnumerable<string> Way(PageFacts facts)
    {
        var line = facts.Lines.Take(facts.Headline + 3).FirstOrDefault(line => line.Parts.Count > 1 && line.Text.Length < 300
            && Home().IsMatch(Parts([line]).FirstOrDefault("")) && Sign().IsMatch(line.Text));
        return line is null ? [] : Parts([line]).Where(step => step.Length <= LongestStep && !End().IsMatch(step)
            && (facts.Title is null || !Headlines.IsSame(step, facts.Title))).TakeLast(1);
    }

    private static IEnumerable<string> Steps(System.Text.Json.JsonElement list) =>
        PageJson.Get(list, "itemListElement") is { ValueKind: System.Text.Json.JsonValueKind.Array } items
            ? items.EnumerateArray().Take(10).Select(item => PageJson.Text(item, "name") ?? PageJson.Text(item, "item"))
                .OfType<string>() : [];

    [GeneratedRegex(
        @"^(?:home|beranda|start(?:seite)?|inicio|accueil|homepage|news portal|portal|\W+|https?:.*"
            + @"|(?:您?(?:当前的?|现在的?|目前|所在的?)*位置|sie sind hier|you are here|anda di sini)\W*|首页|首頁|ホーム|トップ|홈|главная|головна|início|anasayfa"
            + @"|ana sayfa|trang chủ|αρχική|الرئيسية|خانه|होम|หน้าแรก|strona główna|hem|forside|etusivu|בית|ראשי)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Home();

    [GeneratedRegex(@"^(?:kategori|rubrik|kanal|category)\s*:\s*(\S.{1,50})$", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^[a-z][a-z-]{2,24}$")]
    private static partial Regex Step();

    [GeneratedRegex(@"^(?:www\d?|m|amp|mobile|read|baca|berita|article|articles|artikel|story|stories|post|posts|blog|blogs|index"
        + @"|detail|page|content|id|en|de|news-and-events|web)$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(?:news|nasional|national|politik|politics|ekonomi|economy|bisnis|business|keuangan|money|hukum|kriminal|daerah"
        + @"|regional|metro|internasional|international|dunia|world|olahraga|sports?|bola|teknologi|tekno|technology|tech|sains|science"
        + @"|kesehatan|health|pendidikan|education|otomotif|hiburan|entertainment|seleb|lifestyle|travel|wisata|kuliner|opini|opinion"
        + @"|budaya|culture)$")]
    private static partial Regex Usual();

    [GeneratedRegex(@"[ _-](?:rubrik|rubric|rubrique|rubrica|kanal|kategori|category|section"
        + @"|seccion|sezione|editoria|ressort)(?:[_-]?(?:name|label|link))?[ _-]")]
    private static partial Regex SectionHint();

    [GeneratedRegex(@"breadcrum[bp]|[ _-]crumbs?[ _-]")]
    private static partial Regex Crumbs();

    [GeneratedRegex(@"\s*[›»>/|]\s*")]
    private static partial Regex Between();

    [GeneratedRegex(@"[›»>/]")]
    private static partial Regex Sign();

    // Where it ends at the article itself.
    [GeneratedRegex(@"^(?:正文|内容|detail|artikel|article)$", RegexOptions.IgnoreCase)]
    private static partial Regex End();
}
