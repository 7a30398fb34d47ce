using FeedHub.Model.OwnFeeds;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Tables;

/// <summary>The tables of the feeds of one's own.</summary>
internal static class OwnFeedTables
{
    /// <summary>Adds them to the model.</summary>
    public static void Configure(ModelBuilder model)
    {
        model.Entity<OwnFeed>(feed =>
        {
            feed.HasKey(f => f.Slug);
            feed.Ignore(f => f.Path);
        });
        model.Entity<Readership>().HasKey(r => new { r.Day, r.Path, r.Agent });
    }
}
