namespace FeedHub.Syndication.Matching;

/// <summary>
/// The leads of the stories inside the window, found by what they have in common with an item. An item joins a story only if it fits
/// the story's lead, never by way of a third. Not thread-safe: one writer owns it. What it answers depends only on the leads that are
/// in it, so filled again in the order of their stories it answers as before.
/// </summary>
public sealed class StoryIndex(MatchOptions options)
{
    private const int MostCandidates = 16;

    // Below it nothing can be the same, and is not worth showing.
    private const int LeastShared = 4;

    private readonly Leads _leads = new();
    private readonly Postings _postings = new();
    private readonly WordWeights _weights = new();
    private readonly Slots _slots = new();
    private readonly SharedKeys _sharedKeys = new();
    private readonly IdTable _scratch = new();
    private readonly Subject _item = new();
    private readonly Subject[] _candidates = [.. Enumerable.Range(0, MostCandidates).Select(_ => new Subject())];
    private readonly int[] _shared = new int[Fingerprint.MaxOpening + Fingerprint.MaxRest];

    /// <summary>How many stories it holds.</summary>
    public int Count => _leads.Count;

    /// <summary>True if no further story fits in (<see cref="MatchOptions.MostStories"/>): then take one out first.</summary>
    public bool IsFull => Count >= options.MostStories;

    /// <summary>Bytes of memory that it takes.</summary>
    public long Bytes => _leads.Bytes + _postings.Bytes + _slots.Bytes + WordWeights.Bytes;

    /// <summary>Makes room for so many stories while it is empty: to grow, it would need more memory for a while than it has in the
    /// end.</summary>
    public void Reserve(int stories) => _postings.Reserve((long)Math.Min(stories, options.MostStories) * Keys.Most);

    /// <summary>
    /// Adds a story by its lead; one that is there already is replaced. A lead without text is never found. Throws if it
    /// <see cref="IsFull"/>.
    /// </summary>
    /// <param name="storyId">The story; 1 or more.</param>
    /// <param name="sourceId">The lead's source.</param>
    /// <param name="at">When the lead was published.</param>
    /// <param name="lead">The lead.</param>
    public void Add(long storyId, long sourceId, DateTimeOffset at, Fingerprint lead)
    {
        Remove(storyId);
        if (lead.IsEmpty)
            return;
        if (IsFull)
            throw new InvalidOperationException($"No story beyond {options.MostStories} (MatchOptions.MostStories): take one out first.");
        var slot = _leads.Add(new Leads.Facts(storyId, (int)sourceId, Seconds(at)), lead);
        _slots.Add(storyId, slot, s => _leads[s].StoryId);
        _weights.Count(_leads.Traits(slot), _scratch, 1);
        Link(slot);
    }

    /// <summary>Takes a story out; false if it was not there.</summary>
    public bool Remove(long storyId)
    {
        if (_slots.Find(storyId, s => _leads[s].StoryId) is not (>= 0 and var slot))
            return false;
        RemoveAt(slot);
        return true;
    }

    /// <summary>The story that an item fits best.</summary>
    /// <param name="item">The item.</param>
    /// <param name="sourceId">Its source.</param>
    /// <param name="at">When it was published.</param>
    public Verdict Find(Fingerprint item, long sourceId, DateTimeOffset at)
    {
        var count = Gather(item, sourceId, at, null);
        var (best, score) = (default(Likeness), 0.0);
        Subject? bestOf = null;
        for (var i = 0; i < count; i++)
        {
            if (_candidates[i].Shared < LeastShared)
                continue;
            var likeness = Compare(_candidates[i]);
            if (Scoring.Of(likeness) is var found && found <= score)
                continue;
            (best, score, bestOf) = (likeness, found, _candidates[i]);
        }

        return bestOf is null ? Verdict.None : Scoring.Judge(best, bestOf.StoryId, options);
    }

    /// <summary>How an item fits one story's lead, whether or not it is the best or inside the window; null if the story is not
    /// here.</summary>
    public Verdict? Explain(Fingerprint item, long sourceId, long storyId)
    {
        if (item.IsEmpty || _slots.Find(storyId, s => _leads[s].StoryId) is not (>= 0 and var slot))
            return null;
        Gather(item, sourceId, DateTimeOffset.FromUnixTimeSeconds(_leads[slot].At), slot);
        return Scoring.Judge(Compare(_candidates[0]), storyId, options);
    }

    private int Gather(Fingerprint item, long sourceId, DateTimeOffset at, int? first)
    {
        if (item.IsEmpty)
            return 0;
        Span<uint> keys = stackalloc uint[Keys.MostAsked];
        Span<uint> buckets = stackalloc uint[Keys.MostAsked * Postings.Size];
        Span<int> slots = stackalloc int[Postings.MostOfKey];
        _sharedKeys.Clear();
        var asked = Keys.OfItem(item, keys);
        _postings.Read(keys[..asked], buckets);
        for (var i = 0; i < asked; i++)
        {
            var found = Postings.Find(buckets.Slice(i * Postings.Size, Postings.Size), keys[i], slots);
            foreach (var slot in slots[..found])
                _sharedKeys.Add(slot, 1.0 / found);
        }

        _item.Load(item);
        _shared.AsSpan().Clear();
        var count = 0;
        if (first is { } wanted)
            Load(count++, wanted, sourceId);
        foreach (var slot in _sharedKeys.Best())
        {
            if (count == MostCandidates)
                break;
            if (slot == first || !IsInside(slot, at))
                continue;
            Load(count++, slot, sourceId);
        }

        return count;
    }

    private void Load(int place, int slot, long sourceId)
    {
        var candidate = _candidates[place].LoadShingles(
            _leads.Traits(slot),
            slot,
            _leads[slot].StoryId,
            _leads[slot].Source == (int)sourceId);
        for (var i = 0; i < _item.Shingles.Ids.Length; i++)
        {
            if (candidate.Shingles.Find(_item.Shingles.Ids[i]) < 0)
                continue;
            _shared[i]++;
            candidate.Shared++;
        }
    }

    private Likeness Compare(Subject candidate)
    {
        candidate.LoadWords(_leads.Traits(candidate.Slot));
        var ids = _item.Shingles.Ids;
        Span<int> others = stackalloc int[ids.Length];
        for (var i = 0; i < ids.Length; i++)
            others[i] = _shared[i] - (candidate.Shingles.Find(ids[i]) >= 0 ? 1 : 0);
        return Likeness.Of(_item, candidate, others, _weights, candidate.SameSource);
    }

    private bool IsInside(int slot, DateTimeOffset at) => Math.Abs((long)_leads[slot].At - Seconds(at)) <= options.Window.TotalSeconds;

    private static uint Seconds(DateTimeOffset at) => (uint)Math.Clamp(at.ToUnixTimeSeconds(), 0, uint.MaxValue);

    private void RemoveAt(int slot)
    {
        Span<uint> keys = stackalloc uint[Keys.Most];
        _postings.Remove(slot, keys[.._leads.KeysOf(slot, keys)]);
        _weights.Count(_leads.Traits(slot), _scratch, -1);
        _slots.Remove(_leads[slot].StoryId, s => _leads[s].StoryId);
        _leads.Free(slot);
    }

    private void Link(int slot)
    {
        Span<uint> keys = stackalloc uint[Keys.Most];
        _postings.Add(slot, keys[.._leads.KeysOf(slot, keys)]);
        if (!_postings.IsFull)
            return;
        _postings.Clear();
        for (var s = 0; s < _leads.Used; s++)
        {
            if (_leads[s].StoryId != 0)
                _postings.Add(s, keys[.._leads.KeysOf(s, keys)]);
        }
    }
}
