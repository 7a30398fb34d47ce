using System.Collections.Frozen;
using FeedHub.Model.Access;
using FeedHub.Model.OwnFeeds;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Sources.OwnFeeds;

/// <summary>The feeds of one's own: in the database, and in memory for every request. Values are checked before they come here
/// (<see cref="OwnFeedRules"/>).</summary>
public sealed class OwnFeedCatalogue(
    IDbContextFactory<FeedHubDb> databases, ReadSessions database, StoryChanges changes, TimeProvider time) : IDisposable
{
    private const string Part = "feeds";

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private volatile State _state = new([], DateTimeOffset.UnixEpoch);

    /// <summary>All, in their order.</summary>
    public IReadOnlyList<OwnFeed> All => _state.All;

    /// <summary>When one was last added, changed or deleted; after a start, when one of those that are left was last changed.</summary>
    public DateTimeOffset ChangedAt => _state.ChangedAt;

    /// <summary>The feed with this slug, or null.</summary>
    public OwnFeed? Find(string slug) => _state.BySlug.GetValueOrDefault(slug);

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    /// <summary>Takes the feeds of the file, if this part of it says something else than when it was last applied.</summary>
    public Task DeclareAsync(FeedsFile file, CancellationToken cancellation) =>
        DeclaredRows.Parts(database).GetValueOrDefault(Part)?.FileHash == file.FeedsHash
            ? RecallAsync(cancellation)
            : ApplyAsync(file, cancellation);

    private Task ApplyAsync(FeedsFile file, CancellationToken cancellation) => ChangeAsync(
        async (db, standing) =>
        {
            var applied = await db.DeclaredParts.FindAsync([Part], cancellation);
            if (applied?.FileHash == file.FeedsHash)
                return standing;
            Declare(db, applied, file.FeedsHash);
            return file.Feeds;
        },
        cancellation);

    /// <summary>Puts these in place of all.</summary>
    public Task ReplaceAsync(IReadOnlyList<OwnFeed> feeds, CancellationToken cancellation) =>
        ChangeAsync((_, _) => Task.FromResult(feeds), cancellation);

    /// <summary>Adds a feed as the last; false if its slug is taken or there are <see cref="OwnFeed.Most"/>.</summary>
    public Task<bool> AddAsync(OwnFeed feed, CancellationToken cancellation) => AddAsync(feed, OwnFeed.Most, cancellation);

    /// <summary>Adds a feed at this place, or as the last where there are fewer.</summary>
    public Task<bool> AddAsync(OwnFeed feed, int place, CancellationToken cancellation) => EditAsync(
        standing => standing.Count < OwnFeed.Most && standing.All(f => f.Slug != feed.Slug)
            ? [.. standing.Take(place), feed, .. standing.Skip(place)]
            : null,
        cancellation);

    /// <summary>Changes the feed of this slug; false if there is none.</summary>
    public Task<bool> EditAsync(OwnFeed feed, CancellationToken cancellation) => EditAsync(
        standing => standing.Any(f => f.Slug == feed.Slug) ? [.. standing.Select(f => f.Slug == feed.Slug ? feed : f)] : null,
        cancellation);

    /// <summary>Deletes the feed of this slug; false if there is none.</summary>
    public Task<bool> DeleteAsync(string slug, CancellationToken cancellation) => EditAsync(
        standing => standing.Any(f => f.Slug == slug) ? [.. standing.Where(f => f.Slug != slug)] : null, cancellation);

    private async Task<bool> EditAsync(Func<IReadOnlyList<OwnFeed>, IReadOnlyList<OwnFeed>?> edit, CancellationToken cancellation)
    {
        var isDone = false;
        await ChangeAsync(
            (_, standing) =>
            {
                var edited = edit(standing);
                isDone = edited is not null;
                if (edited is not null && StoredJson.Write(edited) == StoredJson.Write(standing))
                    Actor.Current.ChangesNothing();
                return Task.FromResult(edited ?? standing);
            },
            cancellation);
        return isDone;
    }

    /// <summary>Takes the feeds as they stand in the database.</summary>
    public async Task RecallAsync(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            var stored = DeclaredRows.OwnFeeds(database);
            _state = new(stored, Later(_state.ChangedAt, stored));
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task ChangeAsync(
        Func<FeedHubDb, IReadOnlyList<OwnFeed>, Task<IReadOnlyList<OwnFeed>>> change, CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var stored = await db.OwnFeeds.OrderBy(f => f.Place).ToListAsync(cancellation);
            var edit = new OwnFeedEdit(stored, await change(db, stored), time.GetUtcNow());
            edit.Put(db);
            await db.SaveChangesAsync(cancellation);
            _state = new(edit.Result, edit.IsEmpty ? Later(_state.ChangedAt, edit.Result) : time.GetUtcNow());
            if (!edit.IsEmpty)
                changes.Raise();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private static DateTimeOffset Later(DateTimeOffset known, IReadOnlyList<OwnFeed> feeds) =>
        feeds.Select(feed => feed.ChangedAt).Append(known).Max();

    // How the feeds stand is in a table of their own.
    private static void Declare(FeedHubDb db, DeclaredPart? applied, string? hash)
    {
        if (hash is null)
            db.DeclaredParts.Remove(applied!);
        else if (applied is null)
            db.DeclaredParts.Add(new() { Name = Part, Json = "", FileHash = hash });
        else
            applied.FileHash = hash;
    }

    private sealed record State(IReadOnlyList<OwnFeed> All, DateTimeOffset ChangedAt)
    {
        public FrozenDictionary<string, OwnFeed> BySlug { get; } = All.ToFrozenDictionary(feed => feed.Slug);
    }
}
