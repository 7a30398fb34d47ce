using FeedHub.Dashboard.Frame;
using FeedHub.Ingesting;
using FeedHub.Model.Stories;

namespace FeedHub.Dashboard.Stories;

/// <summary>A split and a join can be taken back: the items are where they were, in stories of their own or in one.</summary>
internal static class StoryUndo
{
    /// <summary>Parameter of a story's page: the one that it was parted from just now.</summary>
    public const string Other = "other";

    /// <summary>Offers to join again what was split.</summary>
    /// <param name="context">The request that split it.</param>
    /// <param name="decisions">What takes it back.</param>
    /// <param name="before">The item, in its story, as it was before.</param>
    /// <param name="begun">The story that it has now.</param>
    /// <param name="by">Who takes it back.</param>
    public static void OfSplit(HttpContext context, StoryDecisions decisions, Item before, long begun, string by) =>
        Offer(context, "split", before.StoryId, "", cancellation =>
            decisions.TakeBackSplitAsync(before.StoryId, begun, before, by, cancellation));

    /// <summary>Offers to give those items a story of their own again that one of the two had.</summary>
    /// <param name="context">The request that joined them.</param>
    /// <param name="decisions">What takes it back.</param>
    /// <param name="both">The two as they were before.</param>
    /// <param name="apart">Which of them was split off the other before.</param>
    /// <param name="kept">The story that there is now.</param>
    /// <param name="by">Who takes it back.</param>
    public static void OfJoin(
        HttpContext context, StoryDecisions decisions, IReadOnlyList<Story> both, IReadOnlyList<StoryApart> apart, long kept, string by)
    {
        if (both.FirstOrDefault(story => story.Id != kept) is { Items.Count: > 0 } gone)
            Offer(context, "joined", kept, $"?{Other}={gone.Id}", cancellation =>
                decisions.TakeBackJoinAsync(gone, kept, apart, by, cancellation));
    }

    private static void Offer(HttpContext context, string done, long story, string query, Func<CancellationToken, Task> run) =>
        context.RequestServices.GetRequiredService<UndoBook>().Offer(context, done, $"/hangfire/stories/{story}{query}", run);
}
