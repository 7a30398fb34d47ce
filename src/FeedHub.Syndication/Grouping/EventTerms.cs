using FeedHub.Syndication.Matching;

namespace FeedHub.Syndication.Grouping;

/// <summary>The words that a story is grouped by, the rarest first, each with how much the story makes of it.</summary>
internal ref struct EventTerms
{
    /// <summary>How many terms a story keeps.</summary>
    public const int Most = 36;

    /// <summary>Set in a strength where the title has the term.</summary>
    public const byte OfTitle = 0x80;

    /// <summary>Set in a strength where the term is a name or a number.</summary>
    public const byte Name = 0x40;

    // A strength of 1 as a byte.
    private const float Unit = 12;
    private const double OfTitleTimes = 2;
    private const byte Highest = Name - 1;

    private readonly Span<ushort> _ids;
    private readonly Span<byte> _strengths;

    /// <param name="ids">Room for <see cref="Most"/>.</param>
    /// <param name="strengths">Room for <see cref="Most"/>.</param>
    public EventTerms(Span<ushort> ids, Span<byte> strengths)
    {
        _ids = ids;
        _strengths = strengths;
    }

    public int Count { get; private set; }

    /// <summary>All terms of a story, for counting, as far as there is room. The hour in a title is not one.</summary>
    public static int All(Fingerprint lead, Span<ushort> ids)
    {
        var (count, time) = (0, SeriesTitle.TimeOf(lead.Title));
        foreach (var words in (ReadOnlySpan<ushort[]>)[lead.Title, lead.Opening])
        {
            foreach (var id in words)
            {
                if (id != time && TermWeights.IsTerm(id) && !ids[..count].Contains(id))
                    ids[count++] = id;
            }
        }

        return count;
    }

    public static float Strength(byte strength) => (strength & Highest) / Unit;

    /// <summary>Chooses the terms of a story by what words tell now. Behind the last one strengths are 0, which no term has.</summary>
    public void Load(Fingerprint lead, TermWeights weights)
    {
        Span<ushort> all = stackalloc ushort[Fingerprint.MaxTitle + Fingerprint.MaxOpening];
        Span<float> order = stackalloc float[all.Length];
        Span<byte> strengths = stackalloc byte[all.Length];
        all = all[..All(lead, all)];
        for (var i = 0; i < all.Length; i++)
        {
            strengths[i] = StrengthOf(lead, all[i]);
            order[i] = -Strength(strengths[i]) * weights.Of(all[i]);
        }

        order = order[..all.Length];
        Span<int> places = stackalloc int[all.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = i;
        order.Sort(places);
        Count = Math.Min(Most, places.Length);
        for (var i = 0; i < Count; i++)
            (_ids[i], _strengths[i]) = (all[places[i]], strengths[places[i]]);
        _strengths[Count..].Clear();
    }

    private static byte StrengthOf(Fingerprint lead, ushort id)
    {
        var (title, text, isName) = (lead.Title.AsSpan().Count(id), 0, WordIds.IsNumber(id) || WordIds.IsDay(id));
        for (var i = 0; i < lead.Opening.Length; i++)
        {
            if (lead.Opening[i] != id)
                continue;
            text++;
            isName |= (lead.Names >> i & 1) != 0;
        }

        var strength = 1 + Math.Log((OfTitleTimes * title) + text);
        return (byte)((byte)Math.Min(Highest, Math.Round(strength * Unit)) | (title > 0 ? OfTitle : 0) | (isName ? Name : 0));
    }
}
