using FeedHub.Syndication.Matching;

namespace FeedHub.Syndication.Grouping;

/// <summary>
/// Groups the stories of the window by event, as they come: a story joins the group to whose stories it is most alike in the mean, if
/// that is enough, and groups that turn out to be one are joined. An event is called by its oldest story. Stories of other languages, of
/// other days of a daily pattern, or further apart than the window are never of one event. Not thread-safe: one owner has it. What it
/// answers depends on the stories and the order in which they came, and on nothing else.
/// </summary>
public sealed partial class EventGrouper
{
    private const int MostLanguages = 32;

    // Of a dictionary, one of its entries.
    private const long BytesOfNumber = 36;

    // So many of the stories that share most are looked at, and so many of their groups.
    private const int MostCandidates = 48;
    private const int MostGroups = 8;

    // Two groups are compared by so many stories of each.
    private const int MostCompared = 8;

    // How much the nearest story of a group counts beside the mean: an event has several sides.
    private const double OfNearest = 0.35;

    // What a story comes near to, though it joins another, may be the same event; two groups are to be surer than a story and a group.
    private const double Near = 0.75;
    private const double SurerToJoin = 0.02;

    private readonly EventOptions _options;
    private readonly StoredEvents _stories = new();
    private readonly EventIndex _index;
    private readonly EventLikeness _likeness;
    private readonly Slots _slots = new();
    private readonly Dictionary<string, byte> _languages = [];
    private readonly List<(TermWeights Weights, bool IsIndonesian)> _ofLanguage = [];
    private readonly List<int> _ofEachLanguage = [];
    private readonly int[] _ring;
    private readonly int[] _otherRing;

    /// <summary>An empty one.</summary>
    public EventGrouper(EventOptions options)
    {
        (_options, _index, _likeness) = (options, new EventIndex(_stories), new EventLikeness(_stories));
        (_ring, _otherRing) = (new int[options.MostStories], new int[options.MostStories]);
    }

    /// <summary>How many stories it holds.</summary>
    public int Count => _stories.Count;

    /// <summary>Bytes of memory that it takes, about 300 a story besides 0.3 MB a language.</summary>
    public long Bytes => _stories.Bytes + _index.Bytes + _slots.Bytes + (_ofLanguage.Count * TermWeights.Bytes)
        + (_ofNumber.Count * BytesOfNumber);

    /// <summary>Makes room for so many stories while it is empty: to grow, it would need more memory for a while than it has in the
    /// end.</summary>
    public void Reserve(int count) => _index.Reserve(count);

    /// <summary>
    /// Adds stories in the order of their time; those that it has already are skipped. What words tell is counted over all of
    /// them first, so many together are grouped better than one by one.
    /// </summary>
    public void Add(IReadOnlyCollection<EventStory> stories)
    {
        var added = new List<EventStory>(stories.Count);
        foreach (var story in stories.OrderBy(s => s.At).ThenBy(s => s.Id).DistinctBy(s => s.Id))
        {
            if (SlotOf(story.Id) >= 0)
                continue;
            CountWords(story);
            added.Add(story);
        }

        foreach (var story in added)
            Place(story);
    }

    /// <summary>Takes a story out, from its event too; false if it was not there.</summary>
    public bool Remove(long storyId)
    {
        if (SlotOf(storyId) is not (>= 0 and var slot))
            return false;
        _ofEachLanguage[_stories[slot].Language]--;
        Forget(slot, storyId);
        _stories.Leave(slot);
        _index.Remove(slot);
        _slots.Remove(storyId, s => _stories[s].StoryId);
        _stories.Free(slot);
        return true;
    }

    /// <summary>The event of a story, called by its oldest story; null if the story is not here. A story alone is one of its own.</summary>
    public long? EventOf(long storyId) => SlotOf(storyId) is >= 0 and var slot ? _stories[_stories[slot].Head].StoryId : null;

    /// <summary>The stories of a story's event, the oldest first; empty if the story is not here.</summary>
    public IReadOnlyList<long> StoriesWith(long storyId)
    {
        if (SlotOf(storyId) is not (>= 0 and var slot))
            return [];
        var count = _stories.Ring(slot, _ring);
        return [.. _ring[..count].Select(s => _stories[s]).OrderBy(f => f.At).ThenBy(f => f.StoryId).Select(f => f.StoryId)];
    }

    /// <summary>How surely a story is of its event: its mean likeness to the others, 0 to 1; null if it is alone or not here.</summary>
    public double? Certainty(long storyId)
    {
        if (SlotOf(storyId) is not (>= 0 and var slot) || _stories[slot].Next == slot)
            return null;
        Lay(slot);
        var count = _stories.Ring(slot, _ring);
        return Mean(_ring.AsSpan(1, count - 1));
    }

    private int SlotOf(long storyId) => _slots.Find(storyId, s => _stories[s].StoryId);

    private void CountWords(EventStory story)
    {
        Span<ushort> terms = stackalloc ushort[Fingerprint.MaxTitle + Fingerprint.MaxOpening];
        var language = LanguageOf(story);
        WeightsOf(language).Count(terms[..EventTerms.All(story.Lead, terms)], ++_ofEachLanguage[language]);
    }

    // What comes in more languages than anybody reads is grouped with what is of no known one.
    private byte LanguageOf(EventStory story)
    {
        var language = story.Language?.Split('-')[0].ToLowerInvariant() ?? "";
        if (_languages.TryGetValue(language, out var number))
            return number;
        if (_languages.Count >= MostLanguages)
            return 0;
        if (_languages.Count == 0 && language.Length > 0)
            LanguageOf(story with { Language = null });
        _ofLanguage.Add((new TermWeights(), language is "id" or "ms"));
        _ofEachLanguage.Add(0);
        return _languages[language] = (byte)(_ofLanguage.Count - 1);
    }

    private TermWeights WeightsOf(byte language) => _ofLanguage[language].Weights;

    private void Lay(int slot)
    {
        var (weights, isIndonesian) = _ofLanguage[_stories[slot].Language];
        _likeness.Load(slot, weights, isIndonesian);
    }

    private void Place(EventStory story)
    {
        var slot = Store(story);
        if (_stories[slot].Pattern != DailyPattern.Alone)
            Group(slot, _options.Line);
        _index.Add(slot);
    }

    private int Store(EventStory story)
    {
        var language = LanguageOf(story);
        var at = (uint)Math.Clamp(story.At.ToUnixTimeSeconds(), 0, uint.MaxValue);
        var pattern = story.IsApart ? DailyPattern.Alone : DailyPattern.Of(story.Lead.Title);
        var facts = new StoredEvents.Facts(story.Id, at, language, pattern)
        {
            Series = SeriesTitle.LabelOf(story.Lead.Title), TimeOfDay = SeriesTitle.TimeOf(story.Lead.Title), Mark = story.Mark,
            Source = (ushort)story.Source, Place = TitlePlace.Of(story.Lead), Outcome = TitleOutcome.Of(story.Lead.Title),
        };
        var slot = _stories.Add(facts, story.Lead, WeightsOf(language));
        _slots.Add(story.Id, slot, s => _stories[s].StoryId);
        return slot;
    }

    private void Group(int slot, double line)
    {
        Span<(double Alike, int Slot)> groups = stackalloc (double, int)[MostGroups];
        groups = groups[..Nearest(slot, groups)];
        foreach (var (alike, other) in groups)
        {
            if (alike < line * Near)
                return;
            var isAlone = _stories[slot].Next == slot;
            if (Fits(slot, other) && (isAlone ? alike >= line : Between(slot, other) >= line + SurerToJoin))
                _stories.Join(slot, other);
        }
    }

    // The groups of the candidates, the most alike first.
    private int Nearest(int slot, Span<(double Alike, int Slot)> groups)
    {
        Span<int> heads = stackalloc int[MostGroups];
        var count = 0;
        Lay(slot);
        foreach (var (other, _) in _index.Find(slot, MostCandidates))
        {
            if (count == groups.Length || heads[..count].Contains(_stories[other].Head))
                continue;
            heads[count] = _stories[other].Head;
            groups[count++] = (Mean(_ring.AsSpan(0, _stories.Ring(other, _ring))), other);
        }

        groups[..count].Sort((a, b) => a.Alike != b.Alike ? b.Alike.CompareTo(a.Alike) : a.Slot.CompareTo(b.Slot));
        return count;
    }

    // Of the story that is laid out.
    private double Mean(ReadOnlySpan<int> slots)
    {
        var (sum, best) = (0.0, 0.0);
        foreach (var slot in slots)
        {
            var alike = _likeness.To(slot);
            (sum, best) = (sum + alike, Math.Max(best, alike));
        }

        return (OfNearest * best) + ((1 - OfNearest) * sum / slots.Length);
    }

    private bool Fits(int slot, int other)
    {
        var (count, others) = (_stories.Ring(slot, _ring), _stories.Ring(other, _otherRing));
        if (count + others > _options.MostStories || _stories[slot].Head == _stories[other].Head)
            return false;
        var (first, last) = (uint.MaxValue, 0u);
        foreach (var s in _ring.AsSpan(0, count))
            (first, last) = (Math.Min(first, _stories[s].At), Math.Max(last, _stories[s].At));
        foreach (var s in _otherRing.AsSpan(0, others))
            (first, last) = (Math.Min(first, _stories[s].At), Math.Max(last, _stories[s].At));
        return last - first <= _options.Window.TotalSeconds;
    }

    private double Between(int slot, int other)
    {
        var count = Math.Min(MostCompared, _stories.Ring(slot, _ring));
        var others = Math.Min(MostCompared, _stories.Ring(other, _otherRing));
        var sum = 0.0;
        foreach (var s in _ring.AsSpan(0, count))
        {
            Lay(s);
            sum += Mean(_otherRing.AsSpan(0, others));
        }

        return sum / count;
    }
}
