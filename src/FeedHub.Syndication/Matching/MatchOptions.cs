namespace FeedHub.Syndication.Matching;

/// <summary>What an operator may set of matching. A value out of its range throws, naming the setting.</summary>
public sealed record MatchOptions
{
    private const int StoriesOfIndex = 16_000_000;

    /// <summary>How far apart in time an item and a story's lead may be; more than zero. Real copies lie within two days.</summary>
    public TimeSpan Window
    {
        get;
        init => field = value > TimeSpan.Zero ? value : throw Wrong(nameof(Window), value, "more than zero, such as 3.00:00:00");
    }
    = TimeSpan.FromDays(3);

    /// <summary>The least <see cref="Verdict.Score"/> of items that are the same article, above 0 to 1.</summary>
    public double Line
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw Wrong(nameof(Line), value, "above 0 and at most 1, such as 0.5");
    }
    = 0.5;

    /// <summary>Stories that an index holds at most, 1 to 16,000,000; each takes about 370 bytes.</summary>
    public int MostStories
    {
        get;
        init => field = value is > 0 and <= StoriesOfIndex
            ? value
            : throw Wrong(nameof(MostStories), value, $"1 to {StoriesOfIndex}, such as 2000000");
    }
    = 2_000_000;

    private static ArgumentOutOfRangeException Wrong(string name, object value, string range) =>
        new(name, value, $"{name} must be {range}.");
}
