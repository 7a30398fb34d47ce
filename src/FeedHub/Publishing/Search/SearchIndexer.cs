using System.Text;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Search;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reading;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Publishing.Search;

/// <summary>
/// Keeps the index up with the stories, a moment behind them: an item's text is read out of its markup here, where no poll waits
/// for it. What still waits stands in the database, so that a restart goes on with it.
/// </summary>
public sealed partial class SearchIndexer(
    IDbContextFactory<FeedHubDb> databases,
    DatabaseWriter writer,
    StoryChanges changes,
    ILogger<SearchIndexer> log) : BackgroundService
{
    /// <summary>Stories in one transaction: polls wait no longer than this takes.</summary>
    private const int Batch = 100;

    /// <summary>Characters of a story past these are not searched: one item of megabytes would cost as much as all others.</summary>
    private const int MaxText = 50_000;

    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(30);

    /// <summary>Reads all that waits into the index; returns how many stories that were.</summary>
    public async Task<int> CatchUpAsync(CancellationToken cancellation)
    {
        var total = 0;
        while (await ReadBatchAsync(cancellation) is { Last: > 0 } batch)
        {
            await writer.RunAsync(session => SearchIndex.Write(session, batch.Stories, batch.Last), cancellation);
            total += batch.Stories.Count;
        }

        if (total > 0)
            changes.Raise();
        return total;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var version = -1L;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                version = await changes.NextAsync(version, stoppingToken);
                await CatchUpAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(error);
                version = -1;
                await Task.Delay(RestAfterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<(List<SearchableStory> Stories, long Last)> ReadBatchAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var waiting = await SearchQueue.FirstAsync(db, Batch, cancellation);
        if (waiting.Count == 0)
            return ([], 0);
        var ids = waiting.Select(w => w.StoryId).Distinct().ToList();
        var items = await db.Items.AsNoTracking().Where(i => ids.Contains(i.StoryId) && i.Dropped == null).OrderBy(i => i.Id)
            .Select(i => new { i.StoryId, i.Story.SortAt, i.Title, i.SummaryHtml, i.ContentHtml, i.Origin }).ToListAsync(cancellation);
        var stories = items.GroupBy(i => (i.StoryId, i.SortAt)).Select(story => SearchableStory.Of(
            story.Key.StoryId, story.Key.SortAt, TextOf(
                story.Select(i => new ParsedItem
                {
                    Title = i.Title, SummaryHtml = i.SummaryHtml, ContentHtml = i.ContentHtml, Origin = i.Origin
                }))));
        return ([.. stories], waiting[^1].Id);
    }

    private static string TextOf(IEnumerable<ParsedItem> items)
    {
        var text = new StringBuilder();
        foreach (var item in items)
            text.AppendJoin('\n', item.Title, item.Origin?.Title, ItemText.Of(item, TimeZoneInfo.Utc, DateTimeOffset.UnixEpoch).Text, "");
        return text.Length > MaxText ? text.ToString(0, MaxText) : text.ToString();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Search is behind: its index could not be written.")]
    private partial void LogFailed(Exception error);
}
