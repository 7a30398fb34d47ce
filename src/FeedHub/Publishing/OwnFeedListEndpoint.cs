using FeedHub.Publishing.Briefings;
using FeedHub.Serving;
using FeedHub.Sources;
using FeedHub.Sources.OwnFeeds;
using FeedHub.Syndication.Writing;
using Microsoft.Net.Http.Headers;

namespace FeedHub.Publishing;

/// <summary><c>/feeds.opml</c>: the feeds of one's own, for feed readers to take over.</summary>
internal static class OwnFeedListEndpoint
{
    private const string OpmlType = "text/x-opml";

    /// <summary>Maps it.</summary>
    public static void MapOwnFeedList(this IEndpointRouteBuilder app) => app.MapMethods("/feeds.opml", ApiRoutes.Reading, SendAsync)
        .Says("getFeedsOpml", "The feeds of one's own as OPML 2.0", "Each once, as RSS, so that a reader who takes the list over has no "
            + "story three times; its page names the other formats. While there are none, it names the merged feed.")
        .GivesText(200, "The list, with title, address and page of each.", OpmlType)
        .GivesNothing(304, "If-None-Match or If-Modified-Since says that the client has it.");

    private static async Task<IResult> SendAsync(
        HttpContext context, OwnFeedCatalogue feeds, FilterRequest filters, FeedTitles titles, PublicAddress address)
    {
        var baseUrl = address.Of(context.Request);
        var outlines = new List<OpmlSource>();
        foreach (var feed in feeds.All)
        {
            var filter = (await filters.ReadAsync([], feed, context.RequestAborted)).Filter!;
            outlines.Add(new(
                titles.NameOf(filter), baseUrl + FeedOutput.All[0].PathOf(filter), baseUrl + filter.PagePath, [], null));
        }

        // A list has at least one outline (OPML 2.0): until there is a feed of one's own, the merged one.
        if (outlines.Count == 0)
            outlines.Add(new(titles.Title, baseUrl + FeedOutput.All[0].Path, baseUrl + "/", [], null));
        var briefing = baseUrl + BriefingFeed.Path;
        outlines.Add(new($"{titles.Title} – Briefing", briefing + FeedOutput.All[0].Ending, briefing, [], null));
        return ConditionalGet.Send(
            context,
            new(OpmlWriter.Write(titles.Title, outlines), $"{OpmlType}; charset=utf-8", feeds.ChangedAt),
            "public, max-age=300",
            HeaderNames.AcceptEncoding);
    }
}
