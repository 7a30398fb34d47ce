using FeedHub.Categories;
using FeedHub.Model.OwnFeeds;
using FeedHub.Model.Stories;
using FeedHub.Sources.Filtering;
using FeedHub.Sources.OwnFeeds;
using Microsoft.Extensions.Primitives;

namespace FeedHub.Publishing;

/// <summary>Reads the filter of a request.</summary>
public sealed class FilterRequest(StoryQueries queries, Taggers taggers)
{
    /// <summary>The filter, or what is wrong with it.</summary>
    public Task<(StoryFilter? Filter, FilterError? Error)> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        ReadAsync(request.Query, null, cancellation);

    /// <summary>The filter within a feed of one's own, or what is wrong with it.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="within">The feed; null: the merged feed.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<(StoryFilter? Filter, FilterError? Error)> ReadAsync(
        IEnumerable<KeyValuePair<string, StringValues>> query, OwnFeed? within, CancellationToken cancellation)
    {
        var sources = await queries.SourcesAsync(cancellation);
        var start = within is null ? null : ScopedFilter.StartOf(within, OwnFeedFilter.Of(within, taggers.Vocabulary, sources));
        return StoryFilterReader.Read(query, taggers.Vocabulary, sources, start);
    }

    /// <summary>The filter without what is wrong with it: without the first value that cannot be used, and without every other parameter
    /// that has one.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="within">The feed; null: the merged feed.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<StoryFilter> RepairedAsync(
        IEnumerable<KeyValuePair<string, StringValues>> query, OwnFeed? within, CancellationToken cancellation)
    {
        var left = query.ToDictionary();
        for (var isFirst = true; ; isFirst = false)
        {
            var (filter, error) = await ReadAsync(left, within, cancellation);
            if (filter is not null)
                return filter;
            left[error!.Parameter] = isFirst ? Without(left[error.Parameter], error.Value) : StringValues.Empty;
            if (left[error.Parameter].Count == 0)
                left.Remove(error.Parameter);
        }
    }

    private static StringValues Without(StringValues values, string? value) =>
        value is null ? StringValues.Empty : new([.. values.Where(one => one?.Trim() != value)]);

    /// <summary>The answer to a bad filter (RFC 9457).</summary>
    public static IResult Problem(FilterError error) => TypedResults.Problem(
        statusCode: StatusCodes.Status400BadRequest,
        title: $"Bad value of {error.Parameter}",
        detail: $"{error.Parameter}: {error.Detail}",
        extensions: [new("parameter", error.Parameter)]);
}
