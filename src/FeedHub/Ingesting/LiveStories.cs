using System.Data.Common;
using FeedHub.Categories;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Matching;

namespace FeedHub.Ingesting;

/// <summary>
/// The stories that new items are matched against: the index of leads in memory, always what the database says. Only commands of the
/// writer use it, so that the order of polls is one order for it too.
/// </summary>
public sealed class LiveStories(MatchOptions options, Fingerprinter fingerprinter, TimeProvider time) : IWriterMemory, ILeadMemory
{
    /// <summary>A slow source brings its copy late: stories are kept this much longer than two copies may lie apart.</summary>
    private static readonly TimeSpan Lateness = TimeSpan.FromDays(1);

    private const long NoSource = 0;

    private StoryIndex _index = new(options);
    private readonly SightQueue _bySight = new();
    private readonly HashSet<long> _touched = [];
    private StoryRelations _relations = StoryRelations.None;
    private FollowedLeads? _followed;

    /// <summary>Scores from here on are the same article.</summary>
    public double Line => options.Line;

    /// <summary>Stories in the index.</summary>
    public int Count => _index.Count;

    /// <summary>Bytes of memory that the index takes.</summary>
    public long Bytes => _index.Bytes;

    /// <summary>The story that the item belongs to by its text, or the nearest one that it does not.</summary>
    public Verdict Find(Fingerprint item, long sourceId, DateTimeOffset at)
    {
        var best = _index.Find(item, sourceId, at);
        return Told(best is { IsSame: true, StoryId: { } found } ? SplitOff(item, found) ?? best : best);
    }

    /// <summary>The same of an item that is in a story already: the one that it would be in otherwise.</summary>
    public Verdict FindOther(WriteSession session, long storyId, Fingerprint item, long sourceId, DateTimeOffset at)
    {
        _touched.Add(storyId);
        _index.Remove(storyId);
        var verdict = Find(item, sourceId, at);
        Reload(session, storyId);
        return verdict;
    }

    /// <summary>A story begins.</summary>
    public void Begin(long storyId, long sourceId, DateTimeOffset at, DateTimeOffset seenAt, Fingerprint lead)
    {
        Put(new(storyId, sourceId, at, seenAt, lead));
        _touched.Add(storyId);
    }

    /// <summary>A story has another lead, its lead another text, or it is gone: what the database says of it holds.</summary>
    public void Refresh(WriteSession session, long storyId)
    {
        _touched.Add(storyId);
        Reload(session, storyId);
    }

    /// <summary>Stories are gone.</summary>
    public void Remove(IReadOnlyCollection<long> storyIds)
    {
        foreach (var storyId in storyIds)
            _index.Remove(storyId);
        _touched.UnionWith(storyIds);
    }

    /// <summary>An admin joined or split stories: what the database says of that holds.</summary>
    public void RefreshRelations(WriteSession session) => _relations = StoryRelations.Load(session);

    /// <summary>Lets go of what no new item can be a copy of any more.</summary>
    public void Trim(DateTimeOffset now)
    {
        while (_bySight.TryTake(Since(now)) is { } oldest)
            _index.Remove(oldest);
    }

    /// <summary>The earliest first sight of a story in the index.</summary>
    public DateTimeOffset Since(DateTimeOffset now) => now - options.Window - Lateness;

    /// <inheritdoc/>
    public void Load(WriteSession session)
    {
        var since = Since(time.GetUtcNow());
        if (_followed is not null)
        {
            Follow(session, () => true);
            foreach (var storyId in _followed!.Outdated)
                Reload(session, storyId);
        }
        else
        {
            Empty(session);
            _relations = StoryRelations.Load(session);
            foreach (var lead in new StoredLeads(session, fingerprinter).Since(since))
                Put(lead);
        }

        // From here on the commands say what changes.
        _followed = null;
    }

    /// <inheritdoc/>
    public void Follow(WriteSession session, Func<bool> mayGoOn)
    {
        var followed = _followed;
        if (followed is null)
            Empty(session);

        // Where it fails halfway, nobody knows what the index holds: then all is read again.
        _followed = null;
        followed ??= new();
        _relations = StoryRelations.Load(session);
        _touched.Clear();
        followed.Follow(session, fingerprinter, Since(time.GetUtcNow()), Put, storyId => _index.Remove(storyId), mayGoOn);
        _followed = followed;
    }

    /// <inheritdoc/>
    public void Commit() => _touched.Clear();

    /// <inheritdoc/>
    public void Rollback(WriteSession session)
    {
        if (_touched.Count == 0)
            return;
        foreach (var storyId in _touched)
            _index.Remove(storyId);
        try
        {
            RefreshRelations(session);
            foreach (var storyId in _touched)
                Reload(session, storyId);
        }
        catch (DbException)
        {
            // What undid the commands keeps the database from being read, too. Stories left out draw no copies until the next start,
            // which is better than matching against stories that were never stored.
        }

        _touched.Clear();
    }

    // What an admin split off draws its own copies: else they would join the story that it was taken from. Compared as if from other
    // sources, since one source's second copy is judged more strictly.
    private Verdict? SplitOff(Fingerprint item, long found)
    {
        var apart = _relations.SplitFrom(_relations.StoryOf(found));
        if (apart.Count == 0 || _index.Explain(item, NoSource, found) is not { } there)
            return null;
        return apart.SelectMany(_relations.LeadsOf)
            .Select(lead => _index.Explain(item, NoSource, lead))
            .OfType<Verdict>()
            .Where(verdict => verdict.IsSame && verdict.Score >= there.Score)
            .MaxBy(verdict => verdict.Score);
    }

    // With room for all that the database has, which are soon here.
    private void Empty(WriteSession session)
    {
        _index = new(options);
        _index.Reserve(new StoredLeads(session, fingerprinter).Count(Since(time.GetUtcNow())));
        _bySight.Clear();
        _touched.Clear();
    }

    private void Reload(WriteSession session, long storyId)
    {
        if (new StoredLeads(session, fingerprinter).Of(storyId, Since(time.GetUtcNow())) is { } lead)
            Put(lead);
        else
            _index.Remove(storyId);
    }

    private void Put(StoredLead lead)
    {
        // Where there are more stories than fit in, the newest are the likelier to be copied.
        while (_index.IsFull && _bySight.TryTake() is { } oldest)
            _index.Remove(oldest);
        _index.Add(lead.StoryId, lead.SourceId, lead.At, lead.Fingerprint);
        _bySight.Add(lead.SeenAt, lead.StoryId);
    }

    private Verdict Told(Verdict verdict) => verdict.StoryId is { } found ? verdict with { StoryId = _relations.StoryOf(found) } : verdict;
}
