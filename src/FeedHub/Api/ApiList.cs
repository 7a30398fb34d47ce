namespace FeedHub.Api;

/// <summary>A page of a list.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Next">Address of the next page, or null on the last.</param>
public sealed record ApiList<T>(IReadOnlyList<T> Items, string? Next);
