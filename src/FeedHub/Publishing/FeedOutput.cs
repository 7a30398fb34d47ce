using System.Collections.Frozen;
using FeedHub.Model.Stories;
using FeedHub.Syndication.Writing;
using Microsoft.OpenApi;

namespace FeedHub.Publishing;

/// <summary>
/// A format of the merged feed. A new one is its <see cref="IFeedWriter"/> and a line in <see cref="All"/>: addresses, links, guide, hub
/// and OpenAPI document come from there.
/// </summary>
/// <param name="Path">Its address: <c>/feed.</c> and an ending of its own.</param>
/// <param name="MediaType">Its media type, without charset.</param>
/// <param name="Name">What readers know it as, in every language.</param>
/// <param name="ShortName">The name in a row of links.</param>
/// <param name="Standard">The standard that it follows, for programmers.</param>
/// <param name="Operation">Name of the operation in the OpenAPI document.</param>
/// <param name="Write">Writes it as UTF-8.</param>
public sealed record FeedOutput(
    string Path,
    string MediaType,
    string Name,
    string ShortName,
    string Standard,
    string Operation,
    Func<MergedFeed, byte[]> Write)
{
    /// <summary>Every format, the usual one first.</summary>
    public static readonly IReadOnlyList<FeedOutput> All =
    [
        By<RssWriter>(),
        By<AtomWriter>(),
        By<JsonFeedWriter>(JsonFeedSchema.Whole),
    ];

    private const string OwnFeeds = "/feeds/";

    private static readonly FrozenDictionary<string, FeedOutput> ByPath = All.ToFrozenDictionary(output => output.Path);

    private static readonly FrozenDictionary<string, FeedOutput> ByEnding = All.ToFrozenDictionary(output => output.Ending);

    /// <summary>What its paths end with, such as <c>.rss</c>.</summary>
    public string Ending { get; } = System.IO.Path.GetExtension(Path);

    /// <summary>The document's shape for the OpenAPI document; null: a text.</summary>
    public Func<OpenApiSchema>? Schema { get; init; }

    /// <summary>What the answer's header says of it.</summary>
    public string ContentType => MediaType + "; charset=utf-8";

    /// <summary>Path of a selection in this format.</summary>
    public string PathOf(StoryFilter filter) => filter.FeedPath + Ending;

    /// <summary>The format at a path, and the slug of the feed of one's own that has it: null for the merged feed. Null and null at paths
    /// that are not a feed's; whether there is a feed of that slug is another question.</summary>
    public static (FeedOutput? Output, string? Slug) Find(string? path)
    {
        if (At(path) is { } merged)
            return (merged, null);
        if (path?.StartsWith(OwnFeeds, StringComparison.Ordinal) != true || path.LastIndexOf('.') is not (> 0 and var dot))
            return (null, null);
        return ByEnding.TryGetValue(path[dot..], out var own) ? (own, path[OwnFeeds.Length..dot]) : (null, null);
    }

    /// <summary>The format at this path, or null.</summary>
    public static FeedOutput? At(string? path) => path is null ? null : ByPath.GetValueOrDefault(path);

    private static FeedOutput By<T>(Func<OpenApiSchema>? schema = null)
        where T : IFeedWriter =>
        new(T.Path, T.MediaType, T.Name, T.ShortName, T.Standard, T.Operation, T.Write) { Schema = schema };
}
