namespace FeedHub.Demo;

/// <summary>A piece as one outlet prints it.</summary>
/// <param name="By">The outlet that prints it.</param>
/// <param name="Origin">The outlet that wrote it.</param>
/// <param name="Slot">The writer's slot, from 0.</param>
/// <param name="At">When it is printed.</param>
/// <param name="Piece">What is printed.</param>
internal sealed record Release(Publisher By, Publisher Origin, int Slot, DateTimeOffset At, Piece Piece)
{
    private const long SlotsPerOutlet = 1_000_000;

    /// <summary>True if another outlet wrote it.</summary>
    public bool IsCopy => By.Slug != Origin.Slug;

    /// <summary>The number that stands in its address; the same in every outlet.</summary>
    public long Key => ((Publishers.Place(Origin) + 1) * SlotsPerOutlet) + Slot;

    /// <summary>The writer and slot of a number, or null if there is no such writer.</summary>
    public static (Publisher Origin, int Slot)? Parse(long key)
    {
        var place = (key / SlotsPerOutlet) - 1;
        return place >= 0 && place < Publishers.All.Count
            ? (Publishers.All[(int)place], (int)(key % SlotsPerOutlet))
            : null;
    }
}
