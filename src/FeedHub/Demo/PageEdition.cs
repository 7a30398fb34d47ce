using System.Net;
using System.Text;

namespace FeedHub.Demo;

/// <summary>Writes the front page of a paper without a feed: a card for each article, with its headline, date and first
/// paragraph.</summary>
internal static class PageEdition
{
    /// <summary>The edition's document.</summary>
    public static byte[] Write(PublisherEdition edition) => Encoding.UTF8.GetBytes(NewsroomPages.Page(
        edition.Publisher.Language, edition.Publisher.Title, head: "",
        $"<p>{WebUtility.HtmlEncode(edition.Publisher.Tagline)}</p>\n{string.Concat(edition.Items.Select(item => Card(edition, item)))}"));

    private static string Card(PublisherEdition edition, NewsItem item) => $"""
        <article class="kartu">
        <h2><a href="{WebUtility.HtmlEncode(item.Url)}">{WebUtility.HtmlEncode(item.Title)}</a></h2>
        <p class="tanggal">{EditionDates.Words(edition.Publisher.Clock, item.Published)}</p>
        <p class="ringkasan">{WebUtility.HtmlEncode(item.Summary)}</p>
        </article>

        """;
}
