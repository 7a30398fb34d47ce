using FeedHub.Model.Sources;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Discovering;

/// <summary>Finds the source that has an address.</summary>
internal static class KnownSource
{
    /// <summary>The source that is polled there, or was before it moved; or null.</summary>
    public static async Task<Source?> AtAsync(IDbContextFactory<FeedHubDb> databases, string url, CancellationToken cancellation)
    {
        if (!SourceUrl.TryParse(url, out _))
            return null;
        var key = SourceUrl.Key(url);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.UrlKey == key || s.Polling.FormerUrl == url, cancellation);
    }
}
