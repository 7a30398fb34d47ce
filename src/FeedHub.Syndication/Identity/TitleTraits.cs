namespace FeedHub.Syndication.Identity;

/// <summary>What an item is recognised by where neither its guid nor its link is known.</summary>
/// <param name="Title">Normalised, or null.</param>
/// <param name="Seconds">When it was published in Unix seconds, or null where its source does not say.</param>
/// <param name="TextHash"><c>TextDigest</c> of title and text, or null where there is no text.</param>
public sealed record TitleTraits(string? Title, long? Seconds, long? TextHash)
{
    /// <summary>The traits of an item.</summary>
    /// <param name="title">As published, or null.</param>
    /// <param name="published">As published; null where the source gives no date of publication.</param>
    /// <param name="textHash">Its digest; 0 where it was never taken.</param>
    /// <param name="textLength">Characters of its cleaned text.</param>
    public static TitleTraits Of(string? title, DateTimeOffset? published, long textHash, int textLength) =>
        new(TitleText.Normalise(title), published?.ToUnixTimeSeconds(), textLength > 0 && textHash != 0 ? textHash : null);

    internal bool IsDatedAs(TitleTraits other) => Seconds is not null && Seconds == other.Seconds;

    internal bool IsDatedUnlike(TitleTraits other) => Seconds is not null && other.Seconds is not null && Seconds != other.Seconds;

    internal bool ReadsLike(TitleTraits other) => TextHash is not null && TextHash == other.TextHash;

    internal bool ReadsUnlike(TitleTraits other) => TextHash is not null && other.TextHash is not null && TextHash != other.TextHash;
}
