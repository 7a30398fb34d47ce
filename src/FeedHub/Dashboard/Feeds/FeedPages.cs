using FeedHub.Access;
using FeedHub.Dashboard.Frame;
using FeedHub.Model.Access;
using FeedHub.Model.OwnFeeds;
using FeedHub.Serving;
using FeedHub.Sources.OwnFeeds;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Feeds;

/// <summary>The feeds of one's own on the dashboard.</summary>
internal static class FeedPages
{
    /// <summary>In the place of a slug where there is none yet; no slug has it.</summary>
    internal const string New = "_";

    private const string Home = "/hangfire/feeds";

    /// <summary>Maps the list with its form, and the posts behind an antiforgery check.</summary>
    public static void MapFeedPages(this RouteGroupBuilder dashboard)
    {
        dashboard.MapGet("/feeds", context => FeedsView.WriteAsync(context, FeedForm.Empty));
        dashboard.MapGet("/feeds/{slug}", ShowAsync);
        var writes = dashboard.MapAdminWrites("/feeds");
        writes.MapPost("", AddAsync);
        writes.MapPost("/{slug}", ChangeAsync);
        writes.MapPost("/{slug}/preview", PreviewAsync).ChangesNothing();
        writes.MapPost("/{slug}/delete", DeleteAsync);
    }

    private static Task ShowAsync(HttpContext context, string slug, OwnFeedCatalogue feeds) => feeds.Find(slug) is { } feed
        ? FeedsView.WriteAsync(context, FeedForm.Of(feed), slug)
        : Gone().ExecuteAsync(context);

    private static async Task AddAsync(HttpContext context, OwnFeedCatalogue feeds)
    {
        var form = await FeedForm.ReadAsync(context, null);
        if (form.Feed is { } feed && !await feeds.AddAsync(feed, context.RequestAborted))
            form = form.With("slug", feeds.Find(feed.Slug) is null
                ? Say(
                    $"there are {OwnFeed.Most} feeds already: delete one first",
                    $"sudah ada {OwnFeed.Most} feed: hapus salah satunya dahulu")
                : Say(
                    $"there is a feed \"{feed.Slug}\" already: choose another slug, or edit that one",
                    $"sudah ada feed \"{feed.Slug}\": pilih slug lain, atau ubah yang itu"));
        await AfterAsync(context, form, null, "added");
    }

    private static async Task ChangeAsync(HttpContext context, string slug, OwnFeedCatalogue feeds)
    {
        var form = await FeedForm.ReadAsync(context, slug);
        if (form.Feed is { } feed && !await feeds.EditAsync(feed, context.RequestAborted))
            await Gone().ExecuteAsync(context);
        else
            await AfterAsync(context, form, slug, "changed");
    }

    private static async Task PreviewAsync(HttpContext context, string slug)
    {
        var edited = slug == New ? null : slug;
        var form = await FeedForm.ReadAsync(context, edited);
        await FeedsView.WriteAsync(context, form, edited, form.Feed is { } feed ? await FeedsView.HoldingOfAsync(feed, context) : null);
    }

    private static async Task DeleteAsync(HttpContext context, string slug, OwnFeedCatalogue feeds)
    {
        var (standing, place) = (feeds.All, feeds.All.ToList().FindIndex(feed => feed.Slug == slug));
        if (await feeds.DeleteAsync(slug, context.RequestAborted))
        {
            if (place >= 0)
                context.RequestServices.GetRequiredService<UndoBook>().Offer(
                    context, "deleted", Home, cancellation => feeds.AddAsync(standing[place], place, cancellation));
            context.Response.SeeOther($"{Home}?done=deleted");
        }
        else
            await Gone().ExecuteAsync(context);
    }

    private static Task AfterAsync(HttpContext context, FeedForm form, string? edited, string done)
    {
        if (form.Feed is null)
            return FeedsView.WriteAsync(context, form, edited);
        context.Response.SeeOther($"{Home}?done={(Actor.Current.HasChangedNothing ? FrameText.Same : done)}");
        return Task.CompletedTask;
    }

    private static IResult Gone() => TypedResults.Problem(
        Say(
            "There is no feed with this slug any more; the list has those there are.",
            "Feed dengan slug ini sudah tidak ada; yang ada tercantum di daftar."), statusCode: StatusCodes.Status404NotFound);
}
