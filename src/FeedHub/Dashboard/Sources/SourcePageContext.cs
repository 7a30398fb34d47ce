using System.Globalization;
using FeedHub.Dashboard.Frame;
using FeedHub.Serving;

namespace FeedHub.Dashboard.Sources;

/// <summary>What was wrong with a form, and what was typed into it.</summary>
internal sealed record SourceFormState(string? Error, IReadOnlyDictionary<string, string> Typed)
{
    public static readonly SourceFormState None = new(null, new Dictionary<string, string>());

    /// <summary>What it was opened with, where it is that form still; null: it is opened again, over the state of now.</summary>
    public SeenSource? Seen { get; init; }
}

/// <summary>What pages of sources are made with.</summary>
internal static class SourcePageContext
{
    public static PageContext Of(HttpContext context, SourceFormState form) =>
        PageContext.Of(context, done => DoneWords(done, Number(context, "n"), Number(context, "left")), form.Error, form.Typed);

    /// <summary>Leads to a page that says what was done.</summary>
    public static void Redirect(HttpContext context, string to, string done) =>
        context.Response.SeeOther($"{to}{(to.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={done}");

    public static Task NotFoundAsync(HttpContext context, string what = "There is no source with this id.") =>
        TypedResults.Problem(what, statusCode: StatusCodes.Status404NotFound).ExecuteAsync(context);

    private static string? DoneWords(string done, int count, int left) => done switch
    {
        "added" => "The source is added; its first poll is under way, and what it brings stands below in a moment.",
        "several" => $"{Sources(count)} added; the first polls are under way.",
        "saved" => "The source is saved.",
        "polling" => "A poll is under way; what it brings stands among its polls in a moment.",
        "paused" => "The source is paused.",
        "resumed" => "The source is resumed; a poll is under way.",
        "deleted" => "The source is deleted with its items.",
        "importing" => "The list is read and is being imported.",
        "bulk-poll" =>
            $"{Sources(count)} polled, as their hosts allow.{Left(left, "paused, gone, or resting because their server asked for it")}",
        "bulk-pause" => $"{Sources(count)} paused now.{Left(left, "paused already")}",
        "bulk-resume" => $"{Sources(count)} resumed and polled.{Left(left, "not paused")}",
        "bulk-folder" => $"{Sources(count)} in this folder now.{Left(left, "in it already")}",
        "bulk-category" => $"{Sources(count)} of other categories now.{Left(left, "of these already")}",
        "bulk-delete" => $"{Sources(count)} being deleted with their items. Reload the page to see how far it is.",
        _ => null,
    };

    private static string Sources(int count) =>
        count == 1 ? "1 source is" : string.Create(CultureInfo.InvariantCulture, $"{count} sources are");

    private static string Left(int left, string why) => left == 0 ? "" : $" Left alone: {left}, {why}.";

    private static int Number(HttpContext context, string name) =>
        int.TryParse(context.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
