using FeedHub.Access;
using FeedHub.Publishing.Pages;
using FeedHub.Serving;

namespace FeedHub.Publishing.Briefings;

/// <summary>The addresses of briefings.</summary>
internal static class BriefingEndpoints
{
    private const string Caching = "public, max-age=60";
    private const string Vary = $"Accept-Encoding, {FeedEndpoints.FetchDestination}";

    /// <summary>Maps <c>/briefing</c> and its feeds.</summary>
    public static void MapBriefings(this IEndpointRouteBuilder app)
    {
        foreach (var output in FeedOutput.All)
        {
            app.MapMethods(
                BriefingFeed.Path + output.Ending,
                ApiRoutes.Reading,
                (HttpContext context, BriefingRequest requests, BriefingEditions editions, BriefingFeed feed, PublicAddress address) =>
                    SendAsync(output, context, requests, editions, feed, address));
            app.MapMethods(
                BriefingFeed.Path + output.Ending, [HttpMethods.Options], (HttpContext context) => CrossOrigin.Preflight(context));
        }

        app.MapMethods(BriefingFeed.Path, ApiRoutes.Reading, ShowAsync);
    }

    private static async Task<IResult> SendAsync(
        FeedOutput output, HttpContext context, BriefingRequest requests, BriefingEditions editions, BriefingFeed feed,
        PublicAddress address)
    {
        CrossOrigin.Allow(context.Response);
        context.Response.Headers.Vary = Vary;
        if (FeedGuide.IsOpenedByAPerson(context.Request))
            return TypedResults.LocalRedirect($"~{BriefingFeed.Path}{context.Request.QueryString}");
        var (plan, error) = await requests.ReadAsync(context.Request.Query, context.RequestAborted);
        if (plan is null)
            return FilterRequest.Problem(error!);
        var shown = await editions.OfAsync(plan, AccessRules.ClientOf(context).Key, context.RequestAborted);
        await editions.NoteAsync(plan, AccessRules.ClientOf(context).Key, context.RequestAborted);
        var document = feed.Of(plan, shown, address.Of(context.Request));
        return ConditionalGet.Send(
            context, new(output.Write(document), output.ContentType, document.Updated), Caching, Vary);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, BriefingRequest requests, BriefingEditions editions, BriefingFeed feed, PageAnswers pages)
    {
        var text = PageText.For(context.Request);
        var (plan, error) = await requests.ReadAsync(context.Request.Query, context.RequestAborted);
        if (plan is null)
        {
            return await pages.MessageAsync(
                context, StatusCodes.Status400BadRequest, text.NoBriefing, [BadFilter.WordsOf(error!, context.Request, text)], null,
                (BriefingFeed.Path, text.Briefing));
        }

        var shown = await editions.OfAsync(plan, AccessRules.ClientOf(context).Key, context.RequestAborted);
        await editions.NoteAsync(plan, AccessRules.ClientOf(context).Key, context.RequestAborted);
        var page = await pages.RenderAsync<BriefingPage>(
            shown.Max(edition => edition.ChangedAt), ("Text", text), ("Title", feed.TitleOf(plan, text.Briefing)),
            ("FeedTitle", feed.TitleOf(plan)), ("Plan", plan), ("Editions", shown));
        return PageAnswers.Send(context, page, Caching);
    }
}
