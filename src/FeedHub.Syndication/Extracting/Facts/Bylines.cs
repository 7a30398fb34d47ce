using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>Who wrote an article as its page shows it: by microdata, by links to authors, by what stands around the headline.</summary>
/// <param name="facts">The page.</param>
internal sealed partial class Bylines(PageFacts facts)
{
    /// <summary>Names in microdata.</summary>
    /// <param name="property">What they are the article's: its <c>author</c> or its <c>editor</c>.</param>
    public IEnumerable<string> Marked(string property)
    {
        var marked = facts.Root.All()
            .Where(node => !node.IsText && node["itemprop"]?.Contains(property, StringComparison.OrdinalIgnoreCase) == true
                && !node.Above().Any(IsOfComment)).Take(10).ToList();
        var own = marked.Count > 1 ? Own(marked) : null;
        return marked.Where(node => own is null || ArticleAround(node) == own).Select(NameIn);
    }

    // Of several articles in microdata the one with the headline, else the first.
    private PageNode? Own(List<PageNode> marked) =>
        (facts.Headline >= 0 ? ArticleAround(facts.Lines[facts.Headline].Block) : null) is { } headed
            && marked.Any(node => ArticleAround(node) == headed) ? headed : marked.Select(ArticleAround).FirstOrDefault();

    private static PageNode? ArticleAround(PageNode node) => node.Above()
        .FirstOrDefault(around => around["itemtype"] is { } type && (type.EndsWith("Article", StringComparison.Ordinal)
            || type.EndsWith("Posting", StringComparison.Ordinal)));

    /// <summary>The words of links that are called the author's.</summary>
    public IEnumerable<string> Linked => facts.Root.All()
        .Where(
            node => node.Name == "a" && (node["rel"]?.Contains("author", StringComparison.OrdinalIgnoreCase) == true) && !IsElsewhere(node))
        .Take(10).Select(node => node.Words()).Where(text => text.Length is > 1 and < 60);

    /// <summary>What may be a byline, the likeliest first.</summary>
    public IEnumerable<string> Shown => Named().Take(10).Concat(Accounts()).Concat(ByWord()).Concat(Dated()).Concat(ByProfession())
        .Concat(facts.Head(6, 15).Where(IsProfile).Select(line => line.Text)).Concat(Profiles()).Concat(Signed());

    private static bool IsOfComment(PageNode node) => node["itemtype"]?.Contains("Comment", StringComparison.OrdinalIgnoreCase) == true;

    private static string NameIn(PageNode person) =>
        person.All().FirstOrDefault(node => node != person && !node.IsText && node["itemprop"] == "name") is { } name
            ? name["content"] ?? name.AllWords() : person["content"] ?? person.AllWords();

    private IEnumerable<string> Named() => facts.Root.All()
        .Where(node => !node.IsText && (Hint().IsMatch(node.Hints) || Tested().IsMatch(node["data-testid"] ?? ""))
            && !NoName().IsMatch(node.Hints) && !IsElsewhere(node))
        .Select(node => DayBefore().Replace(NamePart(node).AllWords(), ""))
        .Where(text => text.Length is > 2 and < 120 && !text.AsSpan().ContainsAnyInRange('0', '9'));

    // The name of an account, beside the headline alone: further down such names are of people who comment.
    private IEnumerable<string> Accounts() => facts.Head(4, 8).SelectMany(line => line.Parts).SelectMany(part => part.Above().Take(2))
        .Where(node => Account().IsMatch(node.Hints) || Account().IsMatch($" {node["data-hook"]} "))
        .Select(node => node.AllWords()).Where(text => text.Length is > 2 and < 60);

    // A box that holds the name and what its bearer does.
    private static PageNode NamePart(PageNode box) =>
        box.All().FirstOrDefault(node => node != box && !node.IsText && Name().IsMatch(node.Hints)) ?? box;

    private IEnumerable<string> ByWord() => facts.Head(6, 15).Where(line => line.Text.Length < 100 && !IsMenu(line))
        .Select(line => By().Match(line.Text) is { Success: true } by ? by : LowBy().Match(line.Text))
        .Where(match => match.Success).Select(match => match.Groups[1].Value);

    private static bool IsMenu(PageLine line) => line.Block.Name == "li" && line.LinkShare > 0.9;

    // "25.10.2022 - Ana Putri"
    private IEnumerable<string> Dated() => facts.Head(0, 6).Select(line => DayAndName().Match(line.Text))
        .Concat(facts.Head(2, 6).Where(line => ShownDates.HasDay(line.Text)).Select(line => NameAndDay().Match(line.Text)))
        .Where(match => match.Success).Select(match => match.Groups[1].Value).Where(name => Headlines.Key(name) != TitleEnd);

    // "Headline - Paper": the paper before a day is not the writer.
    private string TitleEnd => field ??= Headlines.Key(facts.Root.All().FirstOrDefault(node => node.Name == "title")?.Text is { } title
        && Bar().Split(title) is { Length: > 1 } parts ? parts[^1] : "-");

    // "Ana Putri, Jurnalis"
    private IEnumerable<string> ByProfession() => facts.Head(3, 8).Select(line => NameAndProfession().Match(line.Text))
        .Where(match => match.Success).Select(match => match.Groups[1].Value);

    // A link to somebody's page among other words: "8 Oct 2026 | <a href="/author/ana">Ana Putri</a>".
    private IEnumerable<string> Profiles() => facts.Head(4, 6).Where(line => line.Text.Length < 120).SelectMany(line => line.Parts)
        .Where(part => PersonNames.IsFull(part.Text.Trim()) && LeadsToProfile(part)).Select(part => part.Text.Trim());

    private static bool LeadsToProfile(PageNode part) =>
        part.Above().Take(3).Any(node => node.Name == "a" && node["href"] is { } address && Profile().IsMatch(address));

    // Below the last paragraph, set apart: at the right, or in bold letters.
    private IEnumerable<string> Signed() => facts.Lines.Index()
        .Where(line => line.Index > Math.Max(facts.Headline, 0) && line.Item.Block.Name is "p" or "div"
            && PersonNames.IsFull(line.Item.Text) && IsSetApart(line.Item) && IsLast(line.Index))
        .Select(line => line.Item.Text).TakeLast(1);

    // Behind a sentence, with nothing behind it in its box; else it is a subheading.
    private bool IsLast(int at) => facts.Lines[at - 1] is { Text: { Length: > 80 } above } && above[^1] is '.' or '”' or '"'
        && (at + 1 == facts.Lines.Count || facts.Lines[at + 1].Block.Parent != facts.Lines[at].Block.Parent);

    private static bool IsSetApart(PageLine line) => line.Block["style"]?.Contains("right", StringComparison.OrdinalIgnoreCase) == true
        || line.Block["align"] == "right" || line.Parts.All(part => part.Above().Take(2).Any(node => node.Name is "strong" or "b"));

    // Comments, boxes about other articles.
    private static bool IsElsewhere(PageNode node) => node.Above().Take(12).TakeWhile(around => around.Name is not ("body" or "html"))
        .Any(around => around.Name is "form" or "aside" or "nav" || Other().IsMatch(around.Hints));

    // A line that is a link to somebody's page.
    private static bool IsProfile(PageLine line) => line.LinkShare > 0.8 && line.Text.Length < 50 && LeadsToProfile(line.Parts[0]);

    [GeneratedRegex(@"\s[|–—-]\s")]
    private static partial Regex Bar();

    // "Dec. 19, 2025 · Ana Putri"
    [GeneratedRegex(@"^.{0,30}\b\d{4}\s*[·|–-]\s*")]
    private static partial Regex DayBefore();

    [GeneratedRegex(@"^\d{1,2}[./-]\d{1,2}[./-]\d{4}\s*[·|–-]\s*(" + PersonNames.Full + ")$")]
    private static partial Regex DayAndName();

    // "Ana Putri, Kabar - Jumat, 20 November 2026"
    [GeneratedRegex("^(" + PersonNames.Full + @")"
        + @"(?:\s*\([^()]{3,30}\)|\s*[,|]\s*[\p{L}\d.][\p{L}\d. ]{2,24}?)?\s*(?:\s[–—-]|[|·•])\s*"
        + @"(?:(?:Senin|Selasa|Rabu|Kamis|Jum.?at|Sabtu|Minggu|Ahad)\b,?\s*)?\d{1,2}[\s/.-]")]
    private static partial Regex NameAndDay();

    [GeneratedRegex(@"[ _-]user-?name[ _-]")]
    private static partial Regex Account();

    [GeneratedRegex("^(" + PersonNames.Full + @"),\s*(?:Jurnalis|Wartawan|Pewarta|Reporter|Kontributor"
        + @"|Correspondent|Staff Writer)\b.{0,30}$")]
    private static partial Regex NameAndProfession();

    // What a site's own tests look for.
    [GeneratedRegex(@"^(?:.*-)?(?:byline|author)(?:-?names?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Tested();

    [GeneratedRegex(@"comment|kommentar|related|sidebar|recommend|respond")]
    private static partial Regex Other();

    [GeneratedRegex(@"comment|author[_-]*(?:desc|title|role|position)")]
    private static partial Regex NoName();

    [GeneratedRegex(
        @"/(?:authors?|autor(?:en)?|people|profile|producers|team|staff|penulis|contributors?|reporters?|by|writers?|users?|u|@)/",
        RegexOptions.IgnoreCase)]
    private static partial Regex Profile();

    [GeneratedRegex(@"[ _-](?:byline|by-line|author|authors|author-?name|authorname|post-?author|entry-author|autor|auteur"
        + @"|contributor|author-\d)[ _-]|authorlist-item")]
    private static partial Regex Hint();

    [GeneratedRegex(@"[ _-](?:author|autor|auteur|writer)[_-]*name[ _-]")]
    private static partial Regex Name();

    // Not "By The Numbers", "By Popular Demand"; but "By The Canadian Press".
    [GeneratedRegex(@"(?:^|[·|•–—]\s*|\d{4}\s+)(?:By|BY|by|Von|Door|Par|Por|Oleh|(?:Article|Written|Posted|Words) by"
        + @"|Di(?:tulis|laporkan) oleh)\s+"
        + @"(?!(?i:the)\s+[\p{L}’']+(?![\p{L}’']|\s+\p{Lu}))"
        + @"(?!(?i:all|any|our|his|her|their|this|that|these|those|its|your|far|popular|now|default|design)\b)"
        + @"(?!.{0,30}\s(?:Or|To|Of|For|On|A|By|Through)\s)(\p{Lu}.*)$")]
    private static partial Regex By();

    // "von Ana Putri": names alone, since these words begin sentences too.
    [GeneratedRegex(@"^(?:von|par|por|oleh|door|di|av|af)\s+"
        + @"(\p{Lu}[\p{L}.’'-]*(?:\s(?:de|la|van|von|der|bin|binti|\p{Lu}[\p{L}.’'-]*)){0,5})$")]
    private static partial Regex LowBy();
}
