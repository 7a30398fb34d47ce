using FeedHub.Syndication.Matching;

namespace FeedHub.Syndication.Grouping;

/// <summary>The stories of the window in slots of one size. The stories of one event are a ring, each pointing to the next.</summary>
internal sealed class StoredEvents
{
    private readonly PagedArray<ushort> _ids = new(EventTerms.Most);
    private readonly PagedArray<byte> _strengths = new(EventTerms.Most);
    private readonly PagedArray<Facts> _facts = new(1);
    private readonly Stack<int> _free = [];

    /// <summary>Slots ever used; all are below.</summary>
    public int Used { get; private set; }

    public int Count => Used - _free.Count;

    public long Bytes => _ids.Bytes + _strengths.Bytes + _facts.Bytes + (_free.Count * sizeof(int));

    public ref Facts this[int slot] => ref _facts[slot][0];

    public ReadOnlySpan<ushort> Ids(int slot) => _ids[slot][..Strengths(slot).Length];

    /// <summary>Those of its terms; they end before the first that is 0.</summary>
    public ReadOnlySpan<byte> Strengths(int slot)
    {
        var strengths = _strengths[slot];
        return strengths.IndexOf((byte)0) is >= 0 and var count ? strengths[..count] : strengths;
    }

    /// <summary>Takes a story in, alone.</summary>
    public int Add(Facts facts, Fingerprint lead, TermWeights weights)
    {
        if (!_free.TryPop(out var slot))
            slot = Used++;
        _facts.Grow(Used);
        _ids.Grow(Used);
        _strengths.Grow(Used);
        var terms = new EventTerms(_ids[slot], _strengths[slot]);
        terms.Load(lead, weights);
        this[slot] = facts with { Next = slot, Head = slot };
        return slot;
    }

    /// <summary>Frees the slot; its ring has been left before.</summary>
    public void Free(int slot)
    {
        this[slot] = default;
        _strengths[slot].Clear();
        _free.Push(slot);
    }

    /// <summary>Makes one ring of two, headed by the older head.</summary>
    public void Join(int a, int b)
    {
        var (headA, headB) = (this[a].Head, this[b].Head);
        var head = (this[headA].At, this[headA].StoryId).CompareTo((this[headB].At, this[headB].StoryId)) <= 0 ? headA : headB;
        (this[a].Next, this[b].Next) = (this[b].Next, this[a].Next);
        SetHead(a, head);
    }

    /// <summary>Takes a story out of its ring.</summary>
    public void Leave(int slot)
    {
        var before = slot;
        while (this[before].Next != slot)
            before = this[before].Next;
        var next = this[slot].Next;
        this[before].Next = next;
        (this[slot].Next, this[slot].Head) = (slot, slot);
        if (next != slot && this[next].Head == slot)
            SetHead(next, Oldest(next));
    }

    /// <summary>The slots of a story's event, in no order.</summary>
    public int Ring(int slot, Span<int> slots)
    {
        var count = 0;
        var at = slot;
        do
        {
            slots[count++] = at;
            at = this[at].Next;
        }
        while (at != slot && count < slots.Length);
        return count;
    }

    private int Oldest(int slot)
    {
        var oldest = slot;
        for (var at = this[slot].Next; at != slot; at = this[at].Next)
        {
            if ((this[at].At, this[at].StoryId).CompareTo((this[oldest].At, this[oldest].StoryId)) < 0)
                oldest = at;
        }

        return oldest;
    }

    private void SetHead(int slot, int head)
    {
        var at = slot;
        do
        {
            this[at].Head = head;
            at = this[at].Next;
        }
        while (at != slot);
    }

    /// <summary>What is known of a story, 48 bytes, five of them free.</summary>
    /// <param name="StoryId">The story; 0 in a free slot.</param>
    /// <param name="At">When its lead was published, Unix seconds.</param>
    /// <param name="Language">The number of its language.</param>
    /// <param name="Pattern">Its <see cref="DailyPattern"/>.</param>
    internal record struct Facts(long StoryId, uint At, byte Language, byte Pattern)
    {
        private readonly byte _label;
        private readonly byte _number;

        /// <summary>The label and the number that its title begins with (<see cref="SeriesTitle.LabelOf"/>).</summary>
        public (byte Label, byte Number) Series
        {
            readonly get => (_label, _number);
            init => (_label, _number) = value;
        }

        /// <summary>The number that its event is known by outside; 0: none.</summary>
        public long Event { get; set; }

        /// <summary>The source that brought it first, or a number that few others share; 0: not known.</summary>
        public ushort Source { get; init; }

        /// <summary>The time of day in its title (<see cref="SeriesTitle.TimeOf"/>).</summary>
        public ushort TimeOfDay { get; init; }

        /// <summary>The place in its title (<see cref="TitlePlace"/>).</summary>
        public ushort Place { get; init; }

        /// <summary>Whether its title tells of what is to come or of how it ended (<see cref="TitleOutcome"/>).</summary>
        public byte Outcome { get; init; }

        /// <summary>Its <see cref="EventStory.Mark"/>.</summary>
        public int Mark { get; init; }

        public int Next { get; set; }

        /// <summary>The slot of the oldest of its event, which the event is called by.</summary>
        public int Head { get; set; }
    }
}
