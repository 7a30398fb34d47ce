using FeedHub.Model.Sources;

namespace FeedHub.Polling;

/// <summary>
/// Which of a moved source's two addresses is asked: the new one; once that has failed three times in a row, the former one at every
/// second poll, until one of them gives a feed.
/// </summary>
public static class AskedAddress
{
    /// <summary>Failures in a row after which the former address is tried: fewer may be a bad hour.</summary>
    public const int Patience = 3;

    /// <summary>True if the next poll asks at <see cref="SourcePolling.FormerUrl"/>.</summary>
    public static bool IsFormer(Source source) =>
        source.Polling.FormerUrl is not null && source.Polling.Failures >= Patience && (source.Polling.Failures - Patience) % 2 == 0;

    /// <summary>The address that the next poll asks.</summary>
    public static string Of(Source source) => IsFormer(source) ? source.Polling.FormerUrl! : source.Url;
}
