namespace FeedHub.Syndication.Matching;

/// <summary>How much of two texts' word sequences is in both.</summary>
internal static class Overlap
{
    // So many shingles less are believed: a few words in common prove little.
    private const double Doubt = 3;

    /// <summary>The share of the shorter text that is also in the other, 0 to below 1.</summary>
    /// <param name="item">The item's shingles.</param>
    /// <param name="lead">The lead's shingles.</param>
    /// <param name="others">For each of the item's shingles, how many other leads have it too: what many have is furniture.</param>
    public static double Of(ShingleSet item, ShingleSet lead, ReadOnlySpan<int> others)
    {
        double shared = 0, items = 0, leads = lead.Total, counted = 0;
        for (var i = 0; i < item.Ids.Length; i++)
        {
            var worth = 1.0 / (1 + others[i]);
            var weight = item.Weight(i);
            items += weight * worth;
            counted += weight;
            if (lead.Find(item.Ids[i]) is not (>= 0 and var place)) continue;
            shared += Math.Max(weight, lead.Weight(place)) * worth;
            leads -= lead.Weight(place) * (1 - worth);
        }

        items += item.Total - counted;
        var shorter = Math.Min(items, leads);
        return Math.Min(shared, shorter) / (shorter + Doubt);
    }
}
