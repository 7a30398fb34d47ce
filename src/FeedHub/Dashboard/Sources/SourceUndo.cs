using FeedHub.Dashboard.Frame;
using FeedHub.Model.Sources;
using FeedHub.Sources;
using FeedHub.Sources.Browsing;

namespace FeedHub.Dashboard.Sources;

/// <summary>Pausing and deleting can be taken back.</summary>
internal static class SourceUndo
{
    /// <summary>Offers it after something was done to many sources.</summary>
    public static void OfMany(HttpContext context, string action, string home, IReadOnlyList<SourceRow> chosen)
    {
        // Those that were paused before stay so.
        if (action == "pause")
            Offer(
                context, "bulk-pause", home,
                Resuming(context, [.. chosen.Where(row => row.State != SourceState.Paused)
                    .Select(row => new PausedSource(row.Id, row.State, row.NextPollAt))]));
        else if (action == "delete")
            Offer(context, "bulk-delete", home, BringingBack(context, [.. chosen.Select(row => row.Slug)]));
    }

    /// <summary>Offers it after one source was paused.</summary>
    public static void OfPause(HttpContext context, PausedSource before, string home) =>
        Offer(context, "paused", home, Resuming(context, [before]));

    /// <summary>Offers it after one source was deleted.</summary>
    public static void OfDeletion(HttpContext context, string slug) =>
        Offer(context, "deleted", $"/hangfire/sources/{Uri.EscapeDataString(slug)}", BringingBack(context, [slug]));

    private static Func<CancellationToken, Task> Resuming(HttpContext context, PausedSource[] paused)
    {
        var sources = context.RequestServices.GetRequiredService<SourceBulk>();
        return cancellation => sources.TakeBackPauseAsync(paused, cancellation);
    }

    private static Func<CancellationToken, Task> BringingBack(HttpContext context, string[] slugs)
    {
        var undeletion = context.RequestServices.GetRequiredService<SourceUndeletion>();
        return cancellation => undeletion.BringBackAsync(slugs, cancellation);
    }

    private static void Offer(HttpContext context, string done, string home, Func<CancellationToken, Task> run) =>
        context.RequestServices.GetRequiredService<UndoBook>().Offer(context, done, home, run);
}
