using FeedHub.Model.Stories;
using FeedHub.Publishing;
using FeedHub.Sources;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Tagging;
using FeedHub.Syndication.Writing;

namespace FeedHub.Api;

/// <summary>A page of a list.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Next">Address of the next page, or null on the last.</param>
public sealed record ApiList<T>(IReadOnlyList<T> Items, string? Next);
