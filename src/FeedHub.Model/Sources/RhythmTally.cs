namespace FeedHub.Model.Sources;

/// <summary>Items and hours looked at, by place in a cycle: the hours of a day or the days of a week.</summary>
/// <param name="Items">Items of each place, faded.</param>
/// <param name="Seen">Hours looked at of each place, faded.</param>
public sealed record RhythmTally(float[] Items, float[] Seen)
{
    /// <summary>Items that each place is supposed to have had at the usual rate, so that one item makes no rhythm.</summary>
    private const double Doubt = 0.5;

    /// <summary>An empty one.</summary>
    public static RhythmTally Empty(int places) => new(new float[places], new float[places]);

    /// <summary>One that can be changed without changing this.</summary>
    public static RhythmTally Copy(RhythmTally other) => new([.. other.Items], [.. other.Seen]);

    /// <summary>How much more than usual comes at a place: 1 is usual.</summary>
    /// <param name="place">From 0.</param>
    /// <param name="smooth">Whether its neighbours count half: an item at 9:59 tells something of 10:00.</param>
    public double FactorOf(int place, bool smooth)
    {
        double usual = Items.Sum() / Seen.Sum();
        if (!(usual > 0))
            return 1;
        var (items, seen) = smooth
            ? (Smooth(Items, place), Smooth(Seen, place))
            : ((double)Items[place], (double)Seen[place]);
        return (items + Doubt) / (seen + (Doubt / usual)) / usual;
    }

    internal void Look(int place, double hours) => Seen[place] += (float)hours;

    internal void Count(int place, double weight) => Items[place] += (float)weight;

    internal void Fade(double factor)
    {
        for (var place = 0; place < Items.Length; place++)
            (Items[place], Seen[place]) = ((float)(Items[place] * factor), (float)(Seen[place] * factor));
    }

    private static double Smooth(float[] values, int place) =>
        values[place] + (0.5 * (values[(place + values.Length - 1) % values.Length] + values[(place + 1) % values.Length]));
}
