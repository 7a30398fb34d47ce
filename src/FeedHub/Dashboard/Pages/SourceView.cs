using FeedHub.Ingesting;
using FeedHub.Polling;
using FeedHub.Sources;
using FeedHub.Syndication.Tagging;
using Microsoft.AspNetCore.Antiforgery;

namespace FeedHub.Dashboard.Pages;

/// <summary>What every page of sources needs.</summary>
/// <param name="Now">The present.</param>
/// <param name="Tokens">For the forms.</param>
/// <param name="Categories">For the choice of categories.</param>
/// <param name="Done">What has just been done, in words, or null.</param>
/// <param name="Error">What was wrong with the form, or null.</param>
/// <param name="Form">What was typed, to be shown again beside the error.</param>
public sealed record PageContext(
    DateTimeOffset Now, AntiforgeryTokenSet Tokens, IReadOnlyList<Category> Categories, string? Done, string? Error, IReadOnlyDictionary<string, string> Form);

/// <summary>What the page of one source shows.</summary>
/// <param name="Source">The source.</param>
/// <param name="State">Its state in words.</param>
/// <param name="Polls">Newest first.</param>
/// <param name="Items">Newest first.</param>
public sealed record SourceView(Source Source, string State, IReadOnlyList<Poll> Polls, IReadOnlyList<Item> Items);
