namespace FeedHub.Syndication.Matching;

/// <summary>
/// The shingles and title words by which a lead is found. Which ones is decided by their hashes alone, so that two copies choose alike
/// with anything else in the index and at any time.
/// </summary>
internal static class Keys
{
    /// <summary>How many keys a lead has at most.</summary>
    public const int Most = 16;

    /// <summary>How many shingles of the rest are keys.</summary>
    public const int OfRest = 5;

    private const int OfTitle = 3;

    // A summary is the beginning of a text, so some keys are of what a summary has.
    private const int FrontShingles = 24;
    private const int OfFront = 4;

    // An item is looked up by more keys than a lead has, since its order need not begin with the same ones.
    private const int AskedTitle = 8;
    private const int AskedFront = 12;
    private const int AskedOpening = 16;
    private const int AskedRest = 12;

    /// <summary>Puts a lead's keys into <paramref name="keys"/>.</summary>
    /// <param name="title">The title's words.</param>
    /// <param name="opening">The text's first words.</param>
    /// <param name="rest">Sampled shingles in order, at least the first <see cref="OfRest"/> of them.</param>
    /// <param name="keys">Room for <see cref="Most"/>.</param>
    /// <returns>How many.</returns>
    public static int OfLead(ReadOnlySpan<ushort> title, ReadOnlySpan<ushort> opening, ReadOnlySpan<uint> rest, Span<uint> keys)
    {
        var count = Pairs(title, keys[..OfTitle]);
        var fromRest = Math.Min(OfRest, rest.Length);
        rest[..fromRest].CopyTo(keys[count..]);
        count += fromRest;
        return count + Opening(opening, OfFront, keys[count..Most]);
    }

    /// <summary>The keys to look an item up by.</summary>
    public static int OfItem(Fingerprint item, Span<uint> keys)
    {
        var count = Pairs(item.Title, keys[..AskedTitle]);
        count += Opening(item.Opening, AskedFront, keys.Slice(count, AskedFront + AskedOpening));
        var rest = item.Rest.AsSpan(0, Math.Min(AskedRest, item.Rest.Length));
        rest.CopyTo(keys[count..]);
        return count + rest.Length;
    }

    /// <summary>Room that <see cref="OfItem"/> needs.</summary>
    public const int MostAsked = AskedTitle + AskedFront + AskedOpening + AskedRest;

    // First of the front, then of all.
    private static int Opening(ReadOnlySpan<ushort> opening, int ofFront, Span<uint> keys)
    {
        Span<uint> all = stackalloc uint[Fingerprint.MaxOpening];
        var count = Shingles.CountOf(opening);
        for (var i = 0; i < count; i++)
            all[i] = Shingles.At(opening, i);
        Span<uint> front = stackalloc uint[FrontShingles];
        front = front[..Math.Min(count, FrontShingles)];
        all[..front.Length].CopyTo(front);
        var found = First(front, keys[..Math.Min(ofFront, keys.Length)], 0);
        return First(all[..count], keys, found);
    }

    // Neighbours in either order: headlines are turned round more often than they are reworded.
    private static int Pairs(ReadOnlySpan<ushort> title, Span<uint> keys)
    {
        Span<uint> all = stackalloc uint[Fingerprint.MaxTitle];
        var count = Math.Max(0, title.Length - 1);
        for (var i = 0; i < count; i++)
            all[i] = Hashing.Of([Math.Min(title[i], title[i + 1]), Math.Max(title[i], title[i + 1])]);
        return First(all[..count], keys, 0);
    }

    private static int First(Span<uint> shingles, Span<uint> keys, int count)
    {
        var before = keys[..count];
        for (var i = 0; i < shingles.Length; i++)
            shingles[i] = Shingles.Order(shingles[i]);
        shingles.Sort();
        for (var i = 0; i < shingles.Length && count < keys.Length; i++)
        {
            if ((i == 0 || shingles[i] != shingles[i - 1]) && !before.Contains(Shingles.FromOrder(shingles[i])))
                keys[count++] = Shingles.FromOrder(shingles[i]);
        }

        return count;
    }
}
