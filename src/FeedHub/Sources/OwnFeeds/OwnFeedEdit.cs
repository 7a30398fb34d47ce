using System.Globalization;
using FeedHub.Model.Access;
using FeedHub.Model.OwnFeeds;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Tables;

namespace FeedHub.Sources.OwnFeeds;

/// <summary>What becomes of the feeds of one's own in one change, and what the audit log says of it.</summary>
internal sealed class OwnFeedEdit
{
    private readonly Dictionary<string, OwnFeed> _before;
    private readonly DateTimeOffset _now;

    /// <summary>The change from one state to another.</summary>
    /// <param name="stored">As they are, tracked by the database that it is put into.</param>
    /// <param name="wanted">As they are to be, in this order.</param>
    /// <param name="now">The present.</param>
    public OwnFeedEdit(IReadOnlyList<OwnFeed> stored, IReadOnlyList<OwnFeed> wanted, DateTimeOffset now)
    {
        (_before, _now) = (stored.ToDictionary(feed => feed.Slug), now);
        Result = [.. wanted.Select((feed, place) => Dated(feed with { Place = place }, _before.GetValueOrDefault(feed.Slug), now))];
        IsEmpty = stored.SequenceEqual(Result);
    }

    /// <summary>All as they are then.</summary>
    public IReadOnlyList<OwnFeed> Result { get; }

    /// <summary>Whether nothing changes.</summary>
    public bool IsEmpty { get; }

    /// <summary>Puts it into the database, to be saved.</summary>
    public void Put(FeedHubDb db)
    {
        foreach (var feed in Result)
        {
            if (!_before.Remove(feed.Slug, out var standing))
                Note(db, "feed added", null, db.OwnFeeds.Add(feed).Entity);
            else if (feed != standing)
                Change(db, standing, feed);
        }

        foreach (var gone in _before.Values)
            Note(db, "feed deleted", db.OwnFeeds.Remove(gone).Entity, null);
    }

    // A new place alone is not a change of the feed.
    private static OwnFeed Dated(OwnFeed feed, OwnFeed? standing, DateTimeOffset now) =>
        standing is not null && feed with { Place = standing.Place, ChangedAt = standing.ChangedAt } == standing
            ? feed with { ChangedAt = standing.ChangedAt }
            : feed with { ChangedAt = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()) };

    private void Change(FeedHubDb db, OwnFeed standing, OwnFeed feed)
    {
        var before = standing with { };
        db.Entry(standing).CurrentValues.SetValues(feed);
        if (Values(before).Any(value => Values(feed)[value.Key] != value.Value))
            Note(db, "feed changed", before, feed);
    }

    private void Note(FeedHubDb db, string what, OwnFeed? before, OwnFeed? after) => db.AuditEntries.Add(AuditLog.EntryOf(
        Actor.Current, AuditArea.Feeds, what, (after ?? before)!.Slug, _now, Shown(before, after), Shown(after, before)));

    private static Dictionary<string, string?> Shown(OwnFeed? feed, OwnFeed? other)
    {
        var others = other is null ? null : Values(other);
        return feed is null ? [] : Values(feed).Where(value => value.Value != others?[value.Key]).ToDictionary();
    }

    private static Dictionary<string, string?> Values(OwnFeed feed) => new()
    {
        ["title"] = feed.Title,
        ["description"] = feed.Description,
        ["filter"] = feed.Filter,
        ["order"] = feed.Order,
        ["limit"] = feed.Limit?.ToString(CultureInfo.InvariantCulture),
    };
}
