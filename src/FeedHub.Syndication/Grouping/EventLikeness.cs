namespace FeedHub.Syndication.Grouping;

/// <summary>
/// How surely a story and others of its language are of one event. The story is laid out once, and every other is looked up in it.
/// </summary>
internal sealed class EventLikeness(StoredEvents stories)
{
    private const long SecondsOfDay = 86_400;

    // Forecasts are of the day that it is in the middle of where they are made.
    private const long East = 7 * 3600;

    private readonly float[] _weightOf = new float[ushort.MaxValue + 1];
    private readonly byte[] _strengthOf = new byte[ushort.MaxValue + 1];
    private readonly ushort[] _laid = new ushort[EventTerms.Most];
    private int _laidCount;
    private int _slot;
    private TermWeights _weights = new();
    private Sums _own;
    private SeriesTitle _title;
    private bool _isIndonesian;

    /// <summary>Lays a story out.</summary>
    public void Load(int slot, TermWeights weights, bool isIndonesian)
    {
        _isIndonesian = isIndonesian;
        foreach (var id in _laid.AsSpan(0, _laidCount))
            _strengthOf[id] = 0;
        (_slot, _weights, _laidCount, _own, _title) = (slot, weights, 0, default, default);
        var ids = stories.Ids(slot);
        var strengths = stories.Strengths(slot);
        for (var i = 0; i < ids.Length; i++)
        {
            _laid[_laidCount++] = ids[i];
            _strengthOf[ids[i]] = strengths[i];
            _weightOf[ids[i]] = weights.Of(ids[i]);
            _own.Add(strengths[i], _weightOf[ids[i]], strengths[i]);
            _title.Add(ids[i], strengths[i]);
        }
    }

    /// <summary>How surely the story that is laid out and another are of one event, 0 to 1.</summary>
    public double To(int other)
    {
        ref var facts = ref stories[other];
        ref var own = ref stories[_slot];
        if (facts.Language != own.Language || !IsOfOnePattern(own, facts) || TitleOutcome.AreOfTwo(own.Outcome, facts.Outcome))
            return 0;
        var ids = stories.Ids(other);
        if (AreOfOtherPlaces(own.Place, facts.Place, ids))
            return 0;
        var strengths = stories.Strengths(other);
        var (all, both, mine, strangers, titles) = (default(Sums), default(Sums), _own, 0, _title);
        var rarest = default(RarestWeights);
        for (var i = 0; i < ids.Length; i++)
        {
            var (strength, owned) = (strengths[i], _strengthOf[ids[i]]);
            titles.Compare(ids[i], strength, owned);
            if (owned == 0)
            {
                all.Add(strength, _weights.Of(ids[i]), strength);
                strangers += (strength & EventTerms.OfTitle) != 0 ? 1 : 0;
                continue;
            }

            // What one names is a name in the other too, also where it stands in a headline of capitals.
            var (weight, name) = (_weightOf[ids[i]], (byte)((strength | owned) & EventTerms.Name));
            rarest.Add(weight);
            all.Add((byte)(strength | name), weight, strength);
            if ((owned & EventTerms.Name) != name)
                mine.Rename(owned, weight);
            both.Share((byte)(strength | name), (byte)(owned | name), weight);
        }

        if (facts.Pattern == DailyPattern.Forecast && strangers > 0)
            return 0;
        if (titles.SharesWords && AreOfOtherTimes(own.TimeOfDay, facts.TimeOfDay))
            return 0;
        if (own.Source != 0 && own.Source == facts.Source && (titles.IsOne || AreNumbered(own.Series, facts.Series)))
            return 0;
        var hours = Math.Abs((double)own.At - facts.At) / 3600;
        return EventScore.Of(mine, all, both, _weights.Rarity(rarest), hours, isIndonesian: _isIndonesian);
    }

    private bool AreOfOtherPlaces(ushort own, ushort other, ReadOnlySpan<ushort> idsOfOther) =>
        own != 0 && other != 0 && own != other && _strengthOf[other] == 0 && !idsOfOther.Contains(own);

    private static bool IsOfOnePattern(in StoredEvents.Facts a, in StoredEvents.Facts b) => a.Pattern == b.Pattern
        && a.Pattern != DailyPattern.Alone && (a.Pattern == DailyPattern.None || Day(a.At) == Day(b.At));

    private static bool AreNumbered((byte Label, byte Number) a, (byte Label, byte Number) b) =>
        a.Label != 0 && a.Label == b.Label && a.Number != b.Number;

    // Two papers that name a time of day in the headlines of one event name the same one.
    private static bool AreOfOtherTimes(ushort a, ushort b) => a != 0 && b != 0 && a != b;

    private static long Day(uint at) => (at + East) / SecondsOfDay;
}
