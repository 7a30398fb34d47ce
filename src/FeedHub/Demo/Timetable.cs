namespace FeedHub.Demo;

/// <summary>When each outlet prints what: a pure function of the start.</summary>
/// <param name="start">When the newsroom opened, in whole seconds.</param>
internal sealed class Timetable(DateTimeOffset start)
{
    private const double BacklogHours = 38;

    /// <summary>How many slots of an outlet have been printed by an instant.</summary>
    public int Printed(Publisher origin, DateTimeOffset now)
    {
        if (origin.Backlog == 0)
            return 0;
        var elapsed = Math.Max(0, (now - start).TotalSeconds);
        return origin.Backlog + (int)((elapsed + Phase(origin)) / origin.Cadence);
    }

    /// <summary>True if the slot is printed after the start.</summary>
    public static bool IsLive(Publisher origin, int slot) => slot >= origin.Backlog;

    /// <summary>When an outlet prints one of its own slots.</summary>
    public DateTimeOffset At(Publisher origin, int slot) => IsLive(origin, slot)
        ? start.AddSeconds((origin.Cadence * (slot - origin.Backlog + 1)) - Phase(origin))
        : start.AddSeconds(-Math.Round(3600 * Age(origin, slot))).AddMinutes(-Dice.Roll($"{origin.Slug}/{slot}", 25));

    /// <summary>When another outlet prints its copy: minutes later in the past, seconds later while somebody watches.</summary>
    public DateTimeOffset CopiedAt(Publisher copier, Publisher origin, int slot)
    {
        var words = $"{copier.Slug}<{origin.Slug}/{slot}";
        if (copier.Tracking is not null)
            return At(origin, slot);
        return IsLive(origin, slot)
            ? At(origin, slot).AddSeconds(20 + Dice.Roll(words, 50))
            : At(origin, slot).AddSeconds(240 + Dice.Roll(words, 1200));
    }

    // The newest lie closest together, as on any front page.
    private static double Age(Publisher origin, int slot) =>
        BacklogHours * Math.Pow((origin.Backlog - slot) / (origin.Backlog + 1.0), 1.5);

    private static int Phase(Publisher origin) => Dice.Roll(origin.Slug, origin.Cadence);
}
