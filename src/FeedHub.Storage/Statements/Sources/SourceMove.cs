using FeedHub.Model.Sources;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>Writes where a source is polled from now on, inside the writer's transaction.</summary>
internal sealed class SourceMove(WriteSession session, long sourceId)
{
    /// <summary>The same address in another spelling.</summary>
    public void Respell(string url) => session.Execute("UPDATE Sources SET Url = ?2 WHERE Id = ?1", sourceId, url);

    /// <summary>Another address; <paramref name="former"/> is remembered. Where another source is there already, only that is
    /// noted. Returns true if it moved.</summary>
    public bool To(string url, string former, DateTimeOffset now)
    {
        var moved = session.Execute(
            "UPDATE Sources SET FormerUrl = ?4, Url = ?2, UrlKey = ?3, Host = ?6, MovedAt = ?5, ChangedAt = ?5, TakenUrl = NULL, "
                + "InFullAt = NULL, HidesNews = FALSE, "
                + "HeadersUrl = coalesce(HeadersUrl, Url), Version = Version + 1 "
                + "WHERE Id = ?1 AND NOT EXISTS (SELECT 1 FROM Sources o WHERE o.UrlKey = ?3 AND o.Id <> ?1)",
            sourceId, url, SourceUrl.Key(url), former, now, SourceUrl.HostOf(url));
        if (moved == 0)
            session.Execute("UPDATE Sources SET TakenUrl = ?2 WHERE Id = ?1", sourceId, url);
        return moved > 0;
    }
}
