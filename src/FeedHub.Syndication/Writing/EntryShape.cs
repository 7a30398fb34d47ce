using System.Text;

namespace FeedHub.Syndication.Writing;

/// <summary>What every format takes from a safe entry in the same way.</summary>
public static class EntryShape
{
    /// <summary>Scheme of IPTC's Media Topics (NewsCodes).</summary>
    public const string MediaTopics = "http://cv.iptc.org/newscodes/mediatopic/";

    // All of them are on the page of the event.
    private const int MostReports = 10;

    /// <summary>Where a click on the entry leads.</summary>
    public static string Link(this MergedEntry entry) => entry.Url ?? entry.StoryUrl;

    /// <summary>Who wrote it and who published it, as the one author that every format names.</summary>
    public static string Byline(this MergedEntry entry) => Syndication.Byline.Of(entry.Authors, entry.Source.Title);

    /// <summary>
    /// The entry's markup with the paragraphs "Also in" and "More on this" at its end, or null if there is nothing to show. They stand in
    /// the text because that is the one place that every reader program shows; another FeedHub leaves them out
    /// (<see cref="EntryFooter"/>), with the summary that stands above them where there is no text.
    /// </summary>
    public static string? Body(this MergedEntry entry)
    {
        // What the lead's own source lists twice is not another place to read it.
        var others = entry.Also.Where(also => also.Source.Id != entry.Source.Id).Select(also => (also.Url, also.Source.Title)).Distinct()
            .ToList();
        if (others.Count == 0 && entry.Coverage is null)
            return entry.ContentHtml;
        var summary = entry is { ContentHtml: null, Summary: { } words } ? $"<p>{SafeText.Escape(words)}</p>" : "";
        var also = others.Count == 0 ? "" : AlsoParagraph(others, entry.Language);
        return EntryFooter.Below(entry.ContentHtml, summary + also + MoreParagraph(entry.Coverage, entry.Language));
    }

    /// <summary>
    /// Scheme of a category. The term within it is the slug: one word per topic (docs/sources.md, the 17 topics), where IPTC's own terms
    /// are numbers that readers would show as they are. The operator's own categories lie in a scheme of this service, made so
    /// that scheme and slug together are the address of the category's page.
    /// </summary>
    public static string Scheme(this EntryCategory category, string baseUrl) =>
        category.Code is null ? baseUrl + "/?category=" : MediaTopics;

    /// <summary>The language of all entries, or null if they differ or one has none.</summary>
    public static string? SharedLanguage(this MergedFeed feed)
    {
        var languages = feed.Entries.Select(entry => entry.Language).Distinct(StringComparer.OrdinalIgnoreCase).Take(2).ToArray();
        return languages.Length == 1 ? languages[0] : null;
    }

    // In the story's own language, where FeedHub has it: the reader of the entry reads that one.
    private static string AlsoParagraph(List<(string? Url, string Title)> others, string? language) =>
        new StringBuilder(IsIndonesian(language) ? "<p>Juga di: " : "<p>Also in: ").AppendJoin(", ", others.Select(AlsoLink)).Append("</p>")
            .ToString();

    private static string MoreParagraph(EntryCoverage? more, string? language) =>
        more is null
            ? ""
            : $"<p>{AlsoLink((more.Url, More(more.Stories, more.Sources, IsIndonesian(language))))}</p>{Reports(more.Others)}";

    private static string Reports(IReadOnlyList<EntryReport> others) => others.Count == 0 ? "" : new StringBuilder("<ul>")
        .AppendJoin("", others.Take(MostReports).Select(o => $"<li>{AlsoLink((o.Url, o.Title))} ({SafeText.Escape(o.Source)})</li>"))
        .Append("</ul>").ToString();

    /// <summary>How many stories there are of an event, and from how many papers.</summary>
    public static string More(int stories, int sources, bool isIndonesian) => (isIndonesian, sources) switch
    {
        (true, _) => $"Berita terkait: {stories} dari {sources} media",
        (false, 1) => $"More on this: {stories} from 1 paper",
        _ => $"More on this: {stories} from {sources} papers",
    };

    private static bool IsIndonesian(string? language) => language?.Split('-')[0].ToLowerInvariant() is "id" or "ms";

    private static string AlsoLink((string? Url, string Title) other) => other.Url is null
        ? SafeText.Escape(other.Title)
        : $"<a href=\"{SafeText.Escape(other.Url)}\">{SafeText.Escape(other.Title)}</a>";
}
