using System.Text.Json.Serialization;
using FeedHub.Access;
using FeedHub.Api.Description;
using FeedHub.Categories;
using FeedHub.Model.OwnFeeds;
using FeedHub.Publishing;
using FeedHub.Serving;
using FeedHub.Sources;
using FeedHub.Sources.OwnFeeds;

namespace FeedHub.Api;

/// <summary>A feed of one's own, by the names that feeds.json has; what is not said is not there.</summary>
/// <param name="Slug">What its addresses have after /feeds/: lower-case letters, digits and hyphens, 60 at most.</param>
/// <param name="Title">Default: the hub's, with what it chooses.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Filter">Which stories, as the page's address has it after its ?; default: all.</param>
/// <param name="Order">found (the default) or published.</param>
/// <param name="Limit">Stories on its first page, 500 at most; default: as the merged feed.</param>
internal sealed record ApiOwnFeed(
    string Slug,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Description,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Filter,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Order,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Limit)
{
    /// <summary>The feed as the API shows it.</summary>
    public static ApiOwnFeed Of(OwnFeed feed) => new(feed.Slug, feed.Title, feed.Description, feed.Filter, feed.Order, feed.Limit);
}

/// <summary>The feeds of one's own.</summary>
/// <param name="Feeds">In their order, 200 at most.</param>
internal sealed record ApiOwnFeeds(IReadOnlyList<ApiOwnFeed> Feeds);

/// <summary>The API's calls for the feeds of one's own.</summary>
internal static class OwnFeedEndpoints
{
    private const string Path = "/api/feeds";
    private const int ShownErrors = 20;

    /// <summary>Maps reading, for everybody, and replacing, for admins.</summary>
    public static void MapOwnFeedApi(this IEndpointRouteBuilder app)
    {
        app.MapMethods(Path, ApiRoutes.Reading, (OwnFeedCatalogue feeds) => All(feeds))
            .Says("listFeeds", "The feeds of one's own, as feeds.json has them")
            .Gives(200, "All of them.", Examples.OwnFeeds);
        app.MapGroup(Path).RequireAuthorization(AdminAuthentication.Name).MapPut("", ReplaceAsync)
            .Says(
                "replaceFeeds",
                "Puts these feeds of one's own in place of all",
                "What is not named is deleted. They stand until feeds in feeds.json changes. A feed whose filter is as it stands is kept "
                    + "also where a source or category that it names is gone.")
            .Expects<ApiOwnFeeds>(OwnFeedsDocument.Example).Gives(200, "The feeds as they are now.", Examples.OwnFeeds)
            .Refuses(400, "The body or a value in it cannot be used: line, column and what to write instead of each.")
            .Refuses(415, "The body is not JSON.");
    }

    private static ApiOwnFeeds All(OwnFeedCatalogue feeds) => new([.. feeds.All.Select(ApiOwnFeed.Of)]);

    private static async Task<IResult> ReplaceAsync(
        HttpRequest request, OwnFeedCatalogue catalogue, StoryQueries queries, Taggers taggers, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType())
            return TypedResults.Problem("Send the feeds as application/json.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        if (body.Length == 0)
            return Problems.BadRequest($"The body is empty: write {OwnFeedsDocument.Example}.");
        var rules = new OwnFeedRules(taggers.Vocabulary, await queries.SourcesAsync(cancellation), catalogue.All);
        var (feeds, errors) = OwnFeedsDocument.Read(body.ToArray(), rules);
        if (feeds is null)
            return Problems.BadRequest(string.Join("; ", errors.Take(ShownErrors).Select(Words)));
        await catalogue.ReplaceAsync(feeds, cancellation);
        return TypedResults.Ok(All(catalogue));
    }

    private static string Words(FeedsFileError error) =>
        FormattableString.Invariant($"line {error.Line}, column {error.Column}: {error.Message}");
}
