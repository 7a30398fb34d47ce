using System.Text;

namespace FeedHub.Syndication.Writing;

/// <summary>What every format takes from a safe entry in the same way.</summary>
internal static class EntryShape
{
    /// <summary>Scheme of IPTC's Media Topics (NewsCodes).</summary>
    public const string MediaTopics = "http://cv.iptc.org/newscodes/mediatopic/";

    /// <summary>Where a click on the entry leads.</summary>
    public static string Link(this MergedEntry entry) => entry.Url ?? entry.StoryUrl;

    /// <summary>
    /// The entry's markup with the paragraph "Also in" at its end, or null if there is nothing to show. It stands in the text
    /// because that is the one place that every reader program shows.
    /// </summary>
    public static string? Body(this MergedEntry entry)
    {
        if (entry.Also.Count == 0)
            return entry.ContentHtml;
        var text = entry.ContentHtml ?? (entry.Summary is { } summary ? $"<p>{SafeText.Escape(summary)}</p>" : "");
        return text + AlsoParagraph(entry.Also);
    }

    /// <summary>
    /// Scheme of a category. The term within it is the slug: one word per topic (README, the 17 topics), where IPTC's own terms
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

    private static string AlsoParagraph(IReadOnlyList<AlsoIn> also)
    {
        var links = also.Select(other => (other.Url, other.Source.Title)).Distinct().Select(AlsoLink);
        return new StringBuilder("<p>Also in: ").AppendJoin(", ", links).Append("</p>").ToString();
    }

    private static string AlsoLink((string? Url, string Title) other) => other.Url is null
        ? SafeText.Escape(other.Title)
        : $"<a href=\"{SafeText.Escape(other.Url)}\">{SafeText.Escape(other.Title)}</a>";
}
