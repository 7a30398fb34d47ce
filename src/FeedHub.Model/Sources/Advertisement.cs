namespace FeedHub.Model.Sources;

/// <summary>The hub that an answer names, and what to subscribe to there (W3C WebSub 4).</summary>
/// <param name="Hub">Null: it names none.</param>
/// <param name="Topic">Null in the same case.</param>
public sealed record Advertisement(string? Hub, string? Topic);
