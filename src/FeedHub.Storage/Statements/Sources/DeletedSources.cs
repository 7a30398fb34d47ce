using FeedHub.Model.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>What is kept for a while of sources that were deleted, written in the transaction that deletes them.</summary>
public static class DeletedSources
{
    private const string Insert = """
        INSERT INTO DeletedSources (Slug, Url, UrlKey, Title, DeletedAt, Declared, Identity) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """;

    /// <summary>Keeps what was said of it, in place of an older one of the same address.</summary>
    public static void Keep(WriteSession session, Source source, DateTimeOffset now)
    {
        session.Execute("DELETE FROM DeletedSources WHERE UrlKey = ?1", source.UrlKey);
        session.Execute(
            Insert, source.Slug, source.Url, source.UrlKey, source.DisplayTitle, now, StoredJson.Write(source.Declared),
            source.Feed.IdentityPinned ? source.Feed.Identity.ToString() : null);
    }

    /// <summary>Forgets those that were deleted longer ago than they are kept; returns how many.</summary>
    public static int Purge(WriteSession session, DateTimeOffset now) =>
        session.Execute("DELETE FROM DeletedSources WHERE DeletedAt < ?1", now - DeletedSource.Kept);
}
