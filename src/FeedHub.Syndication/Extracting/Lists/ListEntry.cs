namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>What a list page says of one article.</summary>
/// <param name="Url">Absolute http or https address.</param>
/// <param name="Title">Headline as plain text.</param>
public sealed record ListEntry(string Url, string Title)
{
    /// <summary>Canonical address, by which it is one article.</summary>
    internal string Key { get; init; } = "";

    /// <summary>True where the headline is a text of the page's, not of an attribute.</summary>
    internal bool HasShownTitle { get; init; }

    /// <summary>When it was published as far as the page tells, or null.</summary>
    public ListDate? Date { get; init; }

    /// <summary>Summary as plain text, or null.</summary>
    public string? Summary { get; init; }

    /// <summary>Absolute address of its picture, or null.</summary>
    public string? Image { get; init; }
}

/// <summary>A moment that a list page states.</summary>
/// <param name="Instant">In the zone that the page writes it in; of a day alone its first moment in UTC.</param>
/// <param name="IsDay">True where no time of day is stated.</param>
/// <param name="IsReckoned">True where it was calculated from words such as "2 hours ago": it moves with each look, so the first
/// counts.</param>
public readonly record struct ListDate(DateTimeOffset Instant, bool IsDay, bool IsReckoned)
{
    /// <summary>True where only an hour is stated, which was taken to be the last such hour.</summary>
    internal bool IsHourAlone { get; init; }
}
