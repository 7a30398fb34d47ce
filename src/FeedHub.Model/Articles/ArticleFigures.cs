using FeedHub.Syndication.Reasons;

namespace FeedHub.Model.Articles;

/// <summary>How the reading of a source's article pages goes.</summary>
public sealed class ArticleFigures
{
    public long SourceId { get; set; }

    /// <summary>Pages whose article was taken.</summary>
    public int Read { get; set; }

    /// <summary>Pages that could not be had: forbidden, gone, too large, not answered, to be paid for.</summary>
    public int Refused { get; set; }

    /// <summary>Pages without an article.</summary>
    public int Empty { get; set; }

    /// <summary>Pages refused or to be paid for one after the other, up to now.</summary>
    public int RefusedInARow { get; set; }

    /// <summary>When the last page was asked for; null: none was.</summary>
    public DateTimeOffset? LastAt { get; set; }

    /// <summary>Until when no page is asked for; null: no rest.</summary>
    public DateTimeOffset? RestsUntil { get; set; }

    /// <summary>True if no page is asked for until an admin wishes it.</summary>
    public bool HasEnded { get; set; }

    /// <summary>Why it rests or has ended, or why the last page was not read; null if nothing.</summary>
    public Reason? Why { get; set; }
}
