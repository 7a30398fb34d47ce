using FeedHub.Syndication.Reasons;

namespace FeedHub.Model.Categories;

/// <summary>One walk over the stored items that gives them the categories they would get today; how far it is stands here, so that a
/// restart goes on.</summary>
public sealed class Retag
{
    public long Id { get; set; }

    /// <summary>What changed.</summary>
    public required Reason Reason { get; set; }

    /// <summary>The only source whose items are looked at, or null for all.</summary>
    public long? SourceId { get; set; }

    /// <summary>Hash of the rules and aliases that it was asked for; null where it is for one source.</summary>
    public string? RulesHash { get; set; }

    public DateTimeOffset RequestedAt { get; set; }

    /// <summary>Null while it waits or is under way.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Items to look at; 0 until it begins.</summary>
    public long Total { get; set; }

    /// <summary>Items looked at.</summary>
    public long Done { get; set; }

    /// <summary>Items that have other categories now.</summary>
    public long Changed { get; set; }

    /// <summary>Items from this id on are done, newest first; null until it begins.</summary>
    public long? Before { get; set; }

    /// <summary>Another walk over everything was asked for before this one had ended.</summary>
    public bool Superseded { get; set; }
}
