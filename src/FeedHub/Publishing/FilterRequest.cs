using FeedHub.Categories;
using FeedHub.Model.Stories;
using FeedHub.Sources.Filtering;

namespace FeedHub.Publishing;

/// <summary>Reads the filter of a request.</summary>
public sealed class FilterRequest(StoryQueries queries, Taggers taggers)
{
    /// <summary>The filter, or what is wrong with it.</summary>
    public async Task<(StoryFilter? Filter, FilterError? Error)> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        StoryFilterReader.Read(request.Query, taggers.Vocabulary, await queries.SourcesAsync(cancellation));

    /// <summary>The answer to a bad filter (RFC 9457).</summary>
    public static IResult Problem(FilterError error) => TypedResults.Problem(
        statusCode: StatusCodes.Status400BadRequest,
        title: $"Bad value of {error.Parameter}",
        detail: $"{error.Parameter}: {error.Detail}",
        extensions: [new("parameter", error.Parameter)]);
}
