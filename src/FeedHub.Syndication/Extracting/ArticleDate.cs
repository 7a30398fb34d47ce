using System.Globalization;

namespace FeedHub.Syndication.Extracting;

/// <summary>A date of an article: an instant with the offset that the page means, or a day alone.</summary>
/// <param name="Day">The day in the page's zone.</param>
/// <param name="Instant">The instant, or null where only the day is sure.</param>
public sealed record ArticleDate(DateOnly Day, DateTimeOffset? Instant)
{
    /// <summary>An instant and its day.</summary>
    public static ArticleDate At(DateTimeOffset instant) => new(DateOnly.FromDateTime(instant.DateTime), instant);

    /// <summary>As in RFC 3339; the day alone where there is no instant.</summary>
    public override string ToString() =>
        Instant?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)
            ?? Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
