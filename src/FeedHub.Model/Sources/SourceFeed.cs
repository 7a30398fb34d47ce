using FeedHub.Syndication.Extracting.Lists;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Model.Sources;

/// <summary>What a source's feed says of itself, and what was learnt from reading it.</summary>
public sealed class SourceFeed
{
    /// <summary>Title that the feed gives itself, or null while it was never read.</summary>
    public string? Title { get; set; }

    /// <summary>The site's page as the feed says, or null.</summary>
    public string? Link { get; set; }

    /// <summary>Who may do what with the feed, as it says, or null.</summary>
    public string? Rights { get; set; }

    /// <summary>The feed's small picture, or null.</summary>
    public string? Icon { get; set; }

    /// <summary>BCP 47 as the feed says, or null.</summary>
    public string? Language { get; set; }

    /// <summary>What was repaired or left out at the last reading, in words; null if nothing.</summary>
    public Reason? ReadingNote { get; set; }

    /// <summary>Sentences that it repeats under its items, on every subject (<see cref="RepeatedSentences.Furniture"/>), or
    /// null.</summary>
    public byte[]? Furniture { get; set; }

    /// <summary>Where FeedHub found the entries of a page for which nobody says it, or null.</summary>
    public ListSelectors? FoundSelectors { get; set; }

    /// <summary>How often its feed asked to be polled when it was last read.</summary>
    public PollingHints Hints { get; set; } = new();

    /// <summary>How far its guids are trusted.</summary>
    public IdentityPolicy Identity { get; set; }

    /// <summary>Why the policy is not the usual one, in words.</summary>
    public Reason? IdentityNote { get; set; }

    /// <summary>True where an admin chose <see cref="Identity"/>: it does not change by itself.</summary>
    public bool IdentityPinned { get; set; }
}
