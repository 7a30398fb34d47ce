using FeedHub.Access;
using FeedHub.Serving;

namespace FeedHub.Dashboard.Frame;

/// <summary>The button that takes back what was just done.</summary>
internal static class UndoPages
{
    /// <summary>Said on the next page.</summary>
    public const string Undone = "undone";

    /// <summary>Maps the post behind an antiforgery check.</summary>
    public static void MapUndo(this RouteGroupBuilder dashboard) => dashboard.MapAdminWrites("/undo").MapPost("", UndoAsync);

    private static async Task UndoAsync(HttpContext context, UndoBook book)
    {
        if (book.Use(context) is not { } step)
        {
            await TypedResults.Problem(
                FrameText.TooLate,
                statusCode: StatusCodes.Status410Gone, title: FrameText.TooLateToUndo).ExecuteAsync(context);
            return;
        }

        if (step.IsUsed)
        {
            await TypedResults.Problem(
                FrameText.TakenBack, statusCode: StatusCodes.Status410Gone, title: FrameText.TakenBackTitle).ExecuteAsync(context);
            return;
        }

        await step.Run(context.RequestAborted);
        context.Response.SeeOther($"{step.Home}{(step.Home.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={Undone}");
    }
}
