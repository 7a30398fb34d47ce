using FeedHub.Model.Polling;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;

namespace FeedHub.Dashboard.Sources;

/// <summary>What the page of one source shows.</summary>
/// <param name="Source">The source.</param>
/// <param name="State">Its state in words.</param>
/// <param name="Polls">Newest first.</param>
/// <param name="Items">Newest first.</param>
/// <param name="Pages">How its article pages are read.</param>
/// <param name="Folders">Folders that sources are in.</param>
/// <param name="Job">Id of the newest job that polled it; null: none is known any more.</param>
/// <param name="Seen">What the form that is shown again was opened with; null: it is opened now.</param>
public sealed record SourcePageView(
    Source Source, string State, IReadOnlyList<Poll> Polls, IReadOnlyList<Item> Items, ArticlePagesView Pages,
    IReadOnlyList<string> Folders, string? Job, SeenSource? Seen);
