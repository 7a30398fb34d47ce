using System.Net;

namespace FeedHub.Demo;

/// <summary>Turns a release into an item.</summary>
internal static class ItemTeller
{
    private static readonly TimeSpan UntilCorrection = TimeSpan.FromSeconds(90);

    /// <summary>The item as it stands at an instant.</summary>
    public static NewsItem Tell(Release release, NewsroomAddresses addresses, string aside, DateTimeOffset now)
    {
        var corrected = IsCorrected(release, now);
        return new NewsItem
        {
            Id = Id(release, addresses),
            Url = Url(release, addresses),
            Title = Retelling.Title(release),
            Summary = release.Piece.Lead,
            Html = Retelling.Html(release, aside) + (corrected ? Correction(release) : ""),
            Author = release.Piece.Author,
            Published = release.At,
            Updated = corrected ? release.At + UntilCorrection : release.At,
            Categories = Retelling.Categories(release),
            Picture = release.By.Pictures ? new DemoPicture(addresses.Picture(release), DemoPicture.Draw(release.Key).Length) : null,
        };
    }

    /// <summary>The link to another item that regional papers and dailies put between paragraphs.</summary>
    public static string Aside(Release other, NewsroomAddresses addresses)
    {
        var (url, title) = (WebUtility.HtmlEncode(Url(other, addresses)), WebUtility.HtmlEncode(Retelling.Title(other)));
        var words = other.By.Language == "id" ? "BACA JUGA" : "READ ALSO";
        return $"<p><strong>{words}: <a href=\"{url}\">{title}</a></strong></p>";
    }

    private static string Url(Release release, NewsroomAddresses addresses) =>
        addresses.Page(release) + (release.By.Tracking is { } tracking ? "?" + tracking : "");

    // A section feed takes its link for the id, a planet keeps the original's id: both are common.
    private static string Id(Release release, NewsroomAddresses addresses) => release.By.Tracking switch
    {
        null => addresses.Page(release).ToString(),
        _ when release.By.ReprintsFrom.Count == 1 => Url(release, addresses),
        _ => addresses.Page(release).ToString(),
    };

    private static bool IsCorrected(Release release, DateTimeOffset now) =>
        release is { By.Corrects: true, IsCopy: false } && Timetable.IsLive(release.Origin, release.Slot)
        && release.Slot % 3 == 0 && now >= release.At + UntilCorrection;

    private static string Correction(Release release)
    {
        var time = EditionDates.TimeOfDay(release.By, release.At + UntilCorrection);
        return $"\n<p><em>This report was updated at {time} to add a detail from the evening briefing.</em></p>";
    }
}
