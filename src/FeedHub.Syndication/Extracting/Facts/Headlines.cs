using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Pages;
using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>Chooses an article's headline, and takes the site's name off it.</summary>
internal static partial class Headlines
{
    // No headline is as long.
    private const int MaxShown = 400;

    /// <summary>The headline, or null if the page has none.</summary>
    public static string? Of(PageFacts facts)
    {
        var shown = Shown(facts.Root);
        var named = Clean(facts.Data.Text("headline"), facts);
        var open = Clean(facts.Metas.First("og:title", "twitter:title"), facts);
        var title = Clean(facts.Root.All().FirstOrDefault(node => node.Name == "title")?.Text, facts);
        var declared = new[] { open, named, title }.OfType<string>().Where(text => !IsOfSite(text, facts)).ToList();
        var below = Headings(facts.Root);
        // A headline that the page shows and declares is the article's.
        var same = shown.FirstOrDefault(h => declared.Any(d => IsSame(h, d))) ?? Agreed(shown, declared)
            ?? Agreed(below.Where(h => declared.Any(d => IsBeginning(h, d) || IsEnd(h, d))), declared)
            ?? declared.FirstOrDefault() ?? shown.Concat(below).FirstOrDefault(h => !IsOfSite(h, facts)) ?? open ?? named ?? title;
        return WithoutRubric(same);
    }

    private static string? Agreed(IEnumerable<string> shown, List<string> declared) =>
        declared.Select(d => shown.Select(h => Agreed(h, d)).FirstOrDefault(h => h is not null)).FirstOrDefault(h => h is not null);

    // "Headline | District"
    private static string? WithoutRubric(string? title) =>
        title?.LastIndexOf(" | ", StringComparison.Ordinal) is { } bar and > 20 && title.Length - bar < 40 ? title[..bar] : title;

    // What sites add to a headline before or behind it is on one side only; what they cut off is its end.
    private static string? Agreed(string shown, string declared)
    {
        string h = Key(shown), d = Key(declared);
        if (h.Length < 8 || d.Length < 8)
            return null;
        if (IsBeginning(shown, declared) || (d.Contains(h, StringComparison.Ordinal) && h.Length * 5 > d.Length * 2))
            return shown;
        if (h.StartsWith(d, StringComparison.Ordinal) && d.Length * 2 > h.Length)
            return shown;
        return h.EndsWith(d, StringComparison.Ordinal) && d.Length * 2 > h.Length ? declared : null;
    }

    /// <summary>True for a site's name, and for words that any page may have as its title.</summary>
    public static bool IsOfSite(string text, PageFacts facts)
    {
        var key = Key(text);
        return key.Length == 0 || key == Key(facts.Metas.First("og:site_name") ?? "-")
            || key == Key(facts.Address.Host.Replace("www.", "", StringComparison.Ordinal))
            || facts.Address.Host.Split('.').SkipLast(1).Any(part => part.Length > 4 && key == Key(part))
            || Home().IsMatch(text);
    }

    /// <summary>The same letters and digits; case and the signs between them do not count.</summary>
    public static bool IsSame(string one, string other) => Key(one) is { Length: > 0 } key && key == Key(other);

    /// <summary>The same, or with a word or two before it ("In Picture: …").</summary>
    public static bool IsShownAs(string line, string title) => line.Length <= title.Length * 1.4 && Key(line) is { Length: > 0 } key
        && (key == Key(title) || (title.Length > 20 && key.EndsWith(Key(title), StringComparison.Ordinal)));

    /// <summary>A headline's letters and digits alone.</summary>
    public static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static List<string> Shown(PageNode root) =>
        [.. root.All().Where(node => node.Name == "h1").Take(10).Select(node => node.Words(MaxShown))
            .Where(text => text.Length is > 3 and < MaxShown)];

    private static bool IsBeginning(string shown, string declared) =>
        Key(shown) is { Length: > 11 } key && Key(declared).StartsWith(key, StringComparison.Ordinal);

    private static bool IsEnd(string shown, string declared) =>
        Key(shown) is { Length: > 20 } key && Key(declared).EndsWith(key, StringComparison.Ordinal);

    // Of pages whose first heading is the site's name.
    private static List<string> Headings(PageNode root) =>
        [.. root.All().Where(node => node.Name is "h2" or "h3").Take(20).Select(node => node.Words(MaxShown))
            .Where(text => text.Length is > 9 and < 300)];

    private static string? Clean(string? title, PageFacts facts)
    {
        if (string.IsNullOrWhiteSpace(title))
            return null;
        var text = Spaces.Fold(MarkupText.OfHeadline(HeadlineTags.Escape(title)));
        for (var round = 0; round < 3; round++)
        {
            var cut = WithoutSite(text, facts);
            if (cut == text)
                break;
            text = cut;
        }

        return text.Length == 0 ? null : text;
    }

    private static string WithoutSite(string text, PageFacts facts)
    {
        var site = Key(facts.Metas.First("og:site_name", "application-name") ?? "");
        var host = Key(facts.Address.Host.Replace("www.", ""));
        var last = Separator().Matches(text).LastOrDefault();
        if (last is not null && IsSite(text[(last.Index + last.Length)..], site, host))
            return text[..last.Index].Trim();
        var first = Separator().Match(text);
        return first.Success && IsSite(text[..first.Index], site, host) ? text[(first.Index + first.Length)..].Trim() : text;
    }

    private static bool IsSite(string part, string site, string host)
    {
        var key = Key(part);
        return key.Length > 1 && part.Length < 40
            && (key == site || (site.Length > 3 && key.Contains(site)) || (key.Length > 2 && site.StartsWith(key, StringComparison.Ordinal))
                || (key.Length > 2 && host.Contains(key)) || key.EndsWith(host, StringComparison.Ordinal) || DomainName().IsMatch(part));
    }

    [GeneratedRegex(@"\s+[|\-–—:·•»«›/]+\s+|\s*[|»ㅣ]\s*|:\s+(?=\S+$)|(?<=^\S+):\s+")]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?:home|start(?:seite)?|news|blog|index|welcome|untitled|article)$", RegexOptions.IgnoreCase)]
    private static partial Regex Home();

    [GeneratedRegex(@"^\s*[\w-]+\.(?:com|net|org|co|id|de|tv|fr|info|news)(?:\.\w+)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex DomainName();
}
