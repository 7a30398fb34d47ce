using System.Globalization;
using FeedHub.Access;
using FeedHub.Api;
using FeedHub.Coverage;
using FeedHub.Dashboard.Frame;
using FeedHub.Ingesting;
using FeedHub.Serving;

namespace FeedHub.Dashboard.Stories;

/// <summary>The pages on which an admin sees what was merged, and corrects it: plain forms, so that they work without JavaScript.</summary>
internal static class StoryPages
{
    private const string By = "admin, dashboard";

    /// <summary>Maps the pages, and the posts behind an antiforgery check.</summary>
    public static void MapStoryPages(this RouteGroupBuilder dashboard)
    {
        dashboard.MapGet("/stories", (HttpContext context) => ListAsync(context, null));
        dashboard.MapGet("/stories/{id:long}", OneAsync);
        dashboard.MapGet("/stories/labels.jsonl", StoryEndpoints.LabelsAsync);
        var writes = dashboard.MapAdminWrites("/stories");
        writes.MapPost("/{id:long}/split", async (long id, HttpContext context, StoryDecisions decisions) =>
            await AfterAsync(context, "split", await FieldAsync(context, "item") is { } item
                ? await decisions.SplitAsync(id, item, By, context.RequestAborted)
                : new(null, "the form names no item")));
        writes.MapPost("/join", async (HttpContext context, StoryDecisions decisions) =>
            await AfterAsync(context, "joined", await FieldAsync(context, "story") is { } one
                && await FieldAsync(context, "with") is { } other
                ? await decisions.JoinAsync(one, other, By, context.RequestAborted)
                : new(null, "give both stories by their number, or by the address of their page")));
        MapEvents(writes);
        writes.MapPost("/{id:long}/hide", async (long id, HttpContext context, StoryHiding hiding) =>
            await AfterAsync(context, "hidden", await HideAsync(id, context, hiding)));
        writes.MapPost("/hide", async (HttpContext context, StoryHiding hiding) =>
            await AfterAsync(context, "hidden", await FieldAsync(context, "story") is { } story
                ? await HideAsync(story, context, hiding)
                : new(null, "give the story by its number, or by the address of its page")));
        writes.MapPost("/{id:long}/show", async (long id, HttpContext context, StoryHiding hiding) =>
            await AfterAsync(context, "shown", await hiding.ShowAsync(id, context.RequestAborted)));
        writes.MapPost("/{id:long}/erase", async (long id, HttpContext context, StoryErasing erasing) =>
            await AfterAsync(context, "erased", (await context.Request.ReadFormAsync(context.RequestAborted))["sure"] == "yes"
                ? await erasing.EraseAsync(id, context.RequestAborted)
                : new(null, "tick that you are sure, since an erased story cannot be brought back")));
        writes.MapPost("/doubts/{id:long}/confirm", async (long id, HttpContext context, StoryDecisions decisions) =>
            await AfterAsync(context, "confirmed", await decisions.ConfirmAsync(id, By, context.RequestAborted)));
    }

    private static void MapEvents(RouteGroupBuilder writes)
    {
        void Map(string verb, Func<EventDecisions, Func<long, long, CancellationToken, Task<DecisionResult>>> decide) => writes.MapPost(
            $"/{{id:long}}/event/{verb}",
            async (long id, HttpContext context, EventDecisions decisions) => await AfterAsync(
                context, $"event-{verb}", await FieldAsync(context, "event") is { } told
                    ? await decide(decisions)(told, id, context.RequestAborted)
                    : new(null, "give the event by its number, or by the address of its page")));
        Map("split", decisions => decisions.SplitAsync);
        Map("join", decisions => decisions.JoinAsync);
        Map("confirm", decisions => decisions.ConfirmAsync);
    }

    private static async Task<DecisionResult> HideAsync(long id, HttpContext context, StoryHiding hiding) => await hiding.HideAsync(
        id,
        (await context.Request.ReadFormAsync(context.RequestAborted))["reason"].ToString(),
        context.RequestAborted);

    private static async Task<long?> FieldAsync(HttpContext context, string name)
    {
        // People who look at a story have its address rather than its number.
        var typed = (await context.Request.ReadFormAsync(context.RequestAborted))[name].ToString().Trim().TrimEnd('/');
        return long.TryParse(typed[(typed.LastIndexOf('/') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static async Task AfterAsync(HttpContext context, string done, DecisionResult result)
    {
        if (result.Error is not null)
        {
            context.Response.StatusCode = result.IsMissing ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest;
            await ListAsync(context, $"Nothing was done: {result.Error}.");
            return;
        }

        if (result.HidesOther)
            done += "-hidden";
        context.Response
            .SeeOther(done is "confirmed" or "erased"
                ? $"/hangfire/stories?done={done}"
                : $"/hangfire/stories/{result.StoryId}?done={done}");
    }

    private static async Task ListAsync(HttpContext context, string? error)
    {
        var query = context.Request.Query;
        var page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Min(asked, 1000) : 0;
        var before = long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : (long?)null;
        var view = await context.RequestServices.GetRequiredService<MergeQueries>().ListAsync(page, before, context.RequestAborted);
        await HangfireShell.WriteAsync<MergesPage>(context, "Stories", new()
        {
            [nameof(MergesPage.Context)] = PageContext.Of(context, DoneWords, error),
            [nameof(MergesPage.View)] = view,
            [nameof(MergesPage.Events)] = await context.RequestServices.GetRequiredService<MergeQueries>().DoubtfulEventsAsync(
                context.RequestAborted),
            [nameof(MergesPage.Hidden)] = await context.RequestServices.GetRequiredService<MergeQueries>().HiddenAsync(
                context.RequestAborted),
        });
    }

    private static async Task OneAsync(long id, HttpContext context)
    {
        if (await context.RequestServices.GetRequiredService<MergeQueries>().FindAsync(id, context.RequestAborted) is { } story)
        {
            await HangfireShell.WriteAsync<MergedStoryPage>(context, "Story", new()
            {
                [nameof(MergedStoryPage.Context)] = PageContext.Of(context, DoneWords, error: null),
                [nameof(MergedStoryPage.Story)] = story,
            });
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        await ListAsync(context, "There is no story with this number: it was purged, or joined with another.");
    }

    private static string? DoneWords(string done) => done switch
    {
        "split" =>
            "The item is a story of its own now. It stays one, also when it is read again, and the pair is written down as different.",
        "joined" => "The two are one story now. It stays one, and the pair is written down as the same.",
        "joined-hidden" => "The two are one story now. One of them was hidden, and so readers see neither: show it again if they should.",
        "event-split" => "The story is of no event now, and is grouped with none until somebody puts it into one.",
        "event-join" => "The story is of that event now, and stays there.",
        "event-confirm" => "The story is of that event for good.",
        "hidden" => "Readers do not see the story any more. Its later copies are hidden with it.",
        "shown" => "Readers see the story again, at the place that it had.",
        "erased" => "The story is erased. Its items never come in again; backups made before hold them still.",
        "confirmed" => "The verdict is written down as right.",
        _ => null,
    };
}
