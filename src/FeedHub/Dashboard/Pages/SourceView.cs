using FeedHub.Ingesting;
using FeedHub.Polling;
using FeedHub.Sources;

namespace FeedHub.Dashboard.Pages;

/// <summary>What the page of one source shows.</summary>
/// <param name="Source">The source.</param>
/// <param name="State">Its state in words.</param>
/// <param name="Polls">Newest first.</param>
/// <param name="Items">Newest first.</param>
public sealed record SourceView(Source Source, string State, IReadOnlyList<Poll> Polls, IReadOnlyList<Item> Items);
