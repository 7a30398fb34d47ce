namespace FeedHub.Syndication.Matching;

/// <summary>How much of two texts' word sequences is in both.</summary>
/// <param name="Shared">How many shingles, those that other leads have too counting less.</param>
/// <param name="Shorter">How many the shorter text has, counted alike.</param>
internal readonly record struct Overlap(double Shared, double Shorter)
{
    /// <summary>The share of the shorter text that is also in the other, 0 to 1.</summary>
    public double Share => Shorter > 0 ? Shared / Shorter : 0;

    /// <param name="item">The item's shingles.</param>
    /// <param name="lead">The lead's shingles.</param>
    /// <param name="others">For each of the item's shingles, how many other leads have it too: what many have is furniture.</param>
    public static Overlap Of(ShingleSet item, ShingleSet lead, ReadOnlySpan<int> others)
    {
        // What the samples do not show is in none of the others.
        double shared = 0, items = item.Total, leads = lead.Total;
        for (var i = 0; i < item.Ids.Length; i++)
        {
            var worth = 1.0 / (1 + others[i]);
            items -= item.Weight(i) * (1 - worth);
            if (lead.Find(item.Ids[i]) is not (>= 0 and var place))
                continue;
            leads -= lead.Weight(place) * (1 - worth);
            shared += Math.Max(item.Weight(i), lead.Weight(place)) * worth;
        }

        var shorter = Math.Max(0, Math.Min(items, leads));
        return new Overlap(Math.Min(shared, shorter), shorter);
    }
}
