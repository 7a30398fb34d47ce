using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Ingesting;

/// <summary>The stories inside the writer's transaction.</summary>
internal sealed class StoredStories(
    WriteSession session, LiveStories live, IngestedSource source, DateTimeOffset now, TimeSpan window, bool? isFollowed = null)
{
    private readonly Dictionary<long, long> _known = [];
    private readonly Dictionary<long, long> _changed = [];
    private readonly NewStory _new = new(session);
    private readonly StoryRows _rows = new(session, source.Id);
    private readonly HashSet<long> _retagged = [];
    private readonly HashSet<long> _redropped = [];
    private readonly Arrivals _arrivals = new(session);
    private Answer<(long Hash, long StoryId)>? _addresses;
    private Answer<bool>? _dropped;
    private bool _anyDropped;

    /// <summary>Stories that the source had no item in before; known after <see cref="Flush"/>.</summary>
    public int Joined { get; private set; }

    /// <summary>Asks for the canonical address of every item of the document, and for what new ones need.</summary>
    public void Ask(ReadyDocument document)
    {
        var hashes = document.Items.Select(item => item.Identified.CanonicalUrl).OfType<string>().Select(ItemIdentity.Hash).ToList();
        _addresses = _rows.AskStories(hashes);
        _dropped ??= DroppedStories.AskAny(session);
        _new.Ask(document.Items.Select(item => item.Identified.Item.Id));
        _arrivals.Ask();
        StorySequences.AskChanges(session);
        if (isFollowed is null)
            source.Ask();
    }

    /// <summary>The story of the same canonical address, else the one with the same text, with the reason; else a new one led by the
    /// item. An item that was hidden comes to no story that is shown but by its address; one whose source was deleted and came
    /// back begins its story as the entry that it was.</summary>
    public Placing JoinOrBegin(ReadyItem item, long itemId, DateTimeOffset sortAt, long? hiddenWith, FormerEntry? former)
    {
        var place = OfSameAddress(item, sortAt) ?? OfSameText(item, itemId, sortAt, hiddenWith, former);
        AddKey(item.Identified.CanonicalUrl, place.StoryId);
        if (item.Reading.Dropped is null)
            Show(place, item, sortAt);
        return place;
    }

    private Dictionary<long, long> Known
    {
        get
        {
            foreach (var (hash, story) in _addresses?.Rows ?? [])
                _known[hash] = story;
            _addresses = null;
            return _known;
        }
    }

    private void Show(Placing place, ReadyItem item, DateTimeOffset sortAt)
    {
        if (place.Why is not null && (_anyDropped || _dropped?.Rows is [true]) && DroppedStories.IsDropped(session, place.StoryId))
            DroppedStories.Show(session, place.StoryId, place.Arrival, sortAt);
        _rows.AddSource(place.StoryId, place.Arrival);
        _rows.AddCategories(place.StoryId, item.Reading.Tags);
    }

    /// <summary>A drop rule holds an item of the story back now, or no more.</summary>
    public void Redrop(long storyId) => _redropped.Add(storyId);

    /// <summary>Shows what is left of the stories of which items are held back now, or no more; at the end, since it counts what is
    /// written.</summary>
    public void RenewDropped()
    {
        DroppedStories.Renew(session, _redropped, now);
        foreach (var story in _redropped)
            live.Refresh(session, story);
    }

    /// <summary>Once the item is stored: who leads the story now, and whether an admin should look at it.</summary>
    public void Settle(Placing place, ReadyItem item, long itemId, DateTimeOffset sortAt)
    {
        if (place.Verdict is { } verdict)
            new Doubts(session, live.Line).Add(verdict, itemId, now);
        if (place.Why is null)
        {
            if (item.Reading.Fingerprint is { } fingerprint)
                live.Begin(place.StoryId, source.Id, sortAt, now, fingerprint);
            return;
        }

        Change(place.StoryId);
        if (new StoryLeads(session).Choose(place.StoryId))
            live.Refresh(session, place.StoryId);
    }

    /// <summary>Lets the canonical address lead to the story, where it leads nowhere yet.</summary>
    public void AddKey(string? canonicalUrl, long storyId)
    {
        if (canonicalUrl is not null && Known.TryAdd(ItemIdentity.Hash(canonicalUrl), storyId))
            _rows.AddKey(ItemIdentity.Hash(canonicalUrl), storyId);
    }

    /// <summary>An item of the story has other categories than before.</summary>
    public void TagAgain(long storyId) => _retagged.Add(storyId);

    /// <summary>An item of the story changed: the entry with it, and its <c>updated</c> if that item leads and its text is
    /// another.</summary>
    public void Touch(long storyId, long itemId, bool textChanged, string? language)
    {
        Change(storyId);
        if (textChanged && StoryTimes.Update(session, storyId, itemId, now, language))
            live.Refresh(session, storyId);
    }

    /// <summary>Writes the rows gathered.</summary>
    public void Flush()
    {
        _arrivals.Flush();
        StoryTimes.Change(session, _changed, now);
        Joined += _rows.Flush();
        StoryTags.Rewrite(session, _retagged);
        _changed.Clear();
    }

    private void Change(long storyId) => _changed[storyId] = StorySequences.NextChange(session);

    private Placing? OfSameAddress(ReadyItem item, DateTimeOffset sortAt) =>
        item.Identified.CanonicalUrl is { } address && Known.TryGetValue(ItemIdentity.Hash(address), out var story)
            ? new(story, Reason.Of(ReasonCode.SameAddress), null, [], null) { Arrival = ArrivalOf(sortAt) }
            : null;

    private Placing OfSameText(ReadyItem item, long itemId, DateTimeOffset sortAt, long? hiddenWith, FormerEntry? former)
    {
        var verdict = item.Reading.Fingerprint is { } fingerprint ? live.Find(fingerprint, source.Id, sortAt) : null;
        var arrival = former is null ? ArrivalOf(sortAt) : _arrivals.ByDate(former.SortAt);
        return verdict is { IsSame: true, StoryId: { } story } && (hiddenWith is null || HiddenStories.Has(session, story))
            ? new(story, verdict.Why, verdict.Score, verdict.Signals, verdict) { Arrival = arrival }
            : new(Begin(item, itemId, sortAt, arrival, hiddenWith, former?.EntryId), null, null, [], verdict) { Arrival = arrival };
    }

    private long Begin(
        ReadyItem item, long itemId, DateTimeOffset sortAt, DateTimeOffset arrival, long? hiddenWith, string? entryId)
    {
        var story = _new.Begin(
            itemId, item.Identified.Item.Id, arrival, sortAt, seenAt: now, FirstUpdate(item, sortAt), item.Reading.Language,
            entryId: entryId);
        if (item.Reading.Dropped is not null)
        {
            DroppedStories.Drop(session, story);
            _anyDropped = true;
        }

        if (hiddenWith is { } remembered)
            HiddenStories.Again(session, story, remembered);
        return story;
    }

    // What a source lists at its first poll, and what is old, takes its place by its date.
    private DateTimeOffset ArrivalOf(DateTimeOffset publishedAt) =>
        now - publishedAt <= window && (isFollowed ?? source.IsFollowed) ? _arrivals.Next(now) : _arrivals.ByDate(publishedAt);

    private DateTimeOffset FirstUpdate(ReadyItem item, DateTimeOffset sortAt) =>
        item.Identified.Item.Updated is { } updated && updated > sortAt && updated < now ? updated : sortAt;
}
