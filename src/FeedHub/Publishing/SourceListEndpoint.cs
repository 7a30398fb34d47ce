using FeedHub.Model.Sources;
using FeedHub.Serving;
using FeedHub.Sources;
using FeedHub.Sources.Exporting;
using FeedHub.Syndication.Writing;
using Microsoft.Net.Http.Headers;

namespace FeedHub.Publishing;

/// <summary><c>/sources.opml</c>: the sources that are polled, for other readers to take over.</summary>
internal static class SourceListEndpoint
{
    private const string OpmlType = "text/x-opml";

    /// <summary>Maps it.</summary>
    public static void MapSourceList(this IEndpointRouteBuilder app) => app.MapMethods("/sources.opml", ApiRoutes.Reading, SendAsync)
        .Says("getOpml", "The sources as OPML 2.0",
            "Those that are paused or gone are left out: nobody who takes the list over should poll them. Headers are never in it, and "
                + "secrets in addresses are … there.")
        .GivesText(200, "The list, with title, site, language and categories of each.", OpmlType)
        .GivesNothing(304, "If-None-Match or If-Modified-Since says that the client has it.");

    private static async Task<IResult> SendAsync(HttpContext context, SourceCatalogue catalogue, FeedTitles titles, SourceListMemory memory)
    {
        var sources = (await catalogue.AllAsync(context.RequestAborted)).Where(
            s => s is { Declared.Enabled: true, Polling.State: not SourceState.Gone });
        var bytes = OpmlWriter.Write(titles.TitleOf(new()), [.. sources.Select(source => SourceExport.Outline(source, whole: false))]);
        return ConditionalGet.Send(
            context,
            memory.Follow(bytes, $"{OpmlType}; charset=utf-8"),
            "public, max-age=300",
            HeaderNames.AcceptEncoding);
    }
}

/// <summary>The list as it was sent last: its date is that of its latest change. After a start it is that of the start.</summary>
public sealed class SourceListMemory(TimeProvider time)
{
    private readonly Lock _padlock = new();
    private RenderedFeed? _last;

    /// <summary>What to send: the very document as before if nothing has changed.</summary>
    public RenderedFeed Follow(byte[] bytes, string mediaType)
    {
        lock (_padlock)
        {
            var now = new RenderedFeed(bytes, mediaType, time.GetUtcNow());
            return _last = _last?.Follow(now) ?? now;
        }
    }
}
