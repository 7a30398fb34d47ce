using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Extracting.Lists;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>Writes what the last answer said of the source, and what the next request needs of it, inside the writer's
/// transaction.</summary>
internal sealed class SourceReading(WriteSession session, long sourceId)
{
    private const string UpdateReading = """
        UPDATE Sources SET BodyHash = ?2, BodyBytes = ?3, FeedTitle = coalesce(?4, FeedTitle), Link = coalesce(?5, Link),
            FeedLanguage = coalesce(?6, FeedLanguage), Identity = CASE WHEN IdentityPinned THEN Identity ELSE ?7 END,
            IdentityNote = CASE WHEN IdentityPinned THEN IdentityNote ELSE coalesce(?8, IdentityNote) END, ReadingNote = ?9, Hints = ?10,
              Furniture = ?11,
            FeedRights = coalesce(?12, FeedRights), FeedIcon = coalesce(?13, FeedIcon),
            ChangedAt = CASE WHEN (coalesce(Title, FeedTitle), Link, FeedRights, FeedIcon)
                IS NOT DISTINCT FROM (coalesce(Title, ?4, FeedTitle), coalesce(?5, Link), coalesce(?12, FeedRights),
                    coalesce(?13, FeedIcon))
                THEN ChangedAt ELSE ?14 END
        WHERE Id = ?1
        """;

    private const string KeepSentences = """
        INSERT INTO SourceSentences (SourceId, Bytes) VALUES (?1, ?2)
        ON CONFLICT (SourceId) DO UPDATE SET Bytes = excluded.Bytes WHERE SourceSentences.Bytes <> excluded.Bytes
        """;

    private const string UpdateValidators
        = "UPDATE Sources SET ETag = ?2, LastModified = ?3 WHERE Id = ?1 AND "
        + "(ETag IS DISTINCT FROM ?2 OR LastModified IS DISTINCT FROM ?3)";

    /// <summary>These validators hold from now on; null: none.</summary>
    public void SetValidators(string? etag, string? lastModified) =>
        session.Write(UpdateValidators, sourceId, etag, lastModified);

    /// <summary>FeedHub found the entries of the page there.</summary>
    public void SetFoundSelectors(ListSelectors found) =>
        session.Write("UPDATE Sources SET FoundSelectors = ?2 WHERE Id = ?1", sourceId, StoredJson.Write(found));

    /// <summary>No validator holds any more.</summary>
    public void ForgetValidators() => session.Write("UPDATE Sources SET ETag = NULL, LastModified = NULL WHERE Id = ?1", sourceId);

    /// <summary>It was asked without validators to see what its 304s hide.</summary>
    /// <param name="at">When.</param>
    /// <param name="hidesNews">True if there was news that they hid.</param>
    public void SetCheck(DateTimeOffset at, bool hidesNews) =>
        session.Write("UPDATE Sources SET InFullAt = ?2, HidesNews = ?3 WHERE Id = ?1", sourceId, at, hidesNews);

    /// <summary>Validators that a 304 brought hold from now on; null: as before.</summary>
    public void RenewValidators(string? etag, string? lastModified) => session.Write(
        "UPDATE Sources SET ETag = coalesce(?2, ETag), LastModified = coalesce(?3, LastModified) WHERE Id = ?1", sourceId,
        etag, lastModified);

    /// <summary>Keeps what the feed says of itself; what it leaves out stays as it was.</summary>
    /// <param name="feed">As it was read.</param>
    /// <param name="document">Its items, and how far its guids are trusted.</param>
    /// <param name="bodyHash">Hash of the bytes that need not be read again, or null.</param>
    /// <param name="bodyBytes">Bytes on the wire.</param>
    /// <param name="note">What was repaired or left out, or null.</param>
    /// <param name="now">The end of the poll.</param>
    public void Keep(ParsedFeed feed, ReadyDocument document, string? bodyHash, long bodyBytes, Reason? note, DateTimeOffset now)
    {
        session.Write(
            UpdateReading, sourceId, bodyHash, bodyBytes, feed.Title, feed.Link, feed.Language, document.Identity,
            document.IdentityNote, note,
            StoredJson.Write(feed.Hints), feed.Repeated?.Furniture().ToBytes(), feed.Rights, feed.Icon, now);
        session.Write(KeepSentences, sourceId, feed.Repeated?.ToBytes() ?? []);
    }
}
