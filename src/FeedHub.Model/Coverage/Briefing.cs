namespace FeedHub.Model.Coverage;

/// <summary>A combination of hours, zone and filter whose editions are kept.</summary>
public sealed class Briefing
{
    public long Id { get; set; }

    /// <summary>The combination in one spelling.</summary>
    public required string Key { get; set; }

    /// <summary>When somebody last asked for it, to the day: what nobody asks for gives way to others.</summary>
    public DateTimeOffset AskedAt { get; set; }
}
