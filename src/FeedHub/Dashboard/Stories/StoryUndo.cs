using FeedHub.Dashboard.Frame;
using FeedHub.Ingesting;
using FeedHub.Model.Stories;

namespace FeedHub.Dashboard.Stories;

/// <summary>A split and a join can be taken back: the items are where they were, in stories of their own or in one.</summary>
internal static class StoryUndo
{
    /// <summary>Offers to join again what was split.</summary>
    public static void OfSplit(HttpContext context, StoryDecisions decisions, long from, long begun, string by) =>
        Offer(context, "split", from, cancellation => decisions.JoinAsync(from, begun, by, cancellation));

    /// <summary>Offers to give those items a story of their own again that one of the two had.</summary>
    /// <param name="context">The request that joined them.</param>
    /// <param name="decisions">What splits and joins.</param>
    /// <param name="both">The two as they were before.</param>
    /// <param name="kept">The story that there is now.</param>
    /// <param name="by">Who takes it back.</param>
    public static void OfJoin(HttpContext context, StoryDecisions decisions, IReadOnlyList<Story> both, long kept, string by)
    {
        if (both.FirstOrDefault(story => story.Id != kept) is not { Items.Count: > 0 } gone)
            return;
        List<long> items = [gone.LeadItemId, .. gone.Items.Select(i => i.Id)];
        Offer(context, "joined", kept, cancellation => SplitAsync(decisions, kept, [.. items.Distinct()], by, cancellation));
    }

    // The lead first: it begins the story that the others join.
    private static async Task SplitAsync(
        StoryDecisions decisions, long kept, List<long> items, string by, CancellationToken cancellation)
    {
        long? own = null;
        foreach (var item in items)
        {
            if ((await decisions.SplitAsync(kept, item, by, cancellation)).StoryId is not { } split)
                continue;
            own = own is { } story ? (await decisions.JoinAsync(story, split, by, cancellation)).StoryId ?? own : split;
        }
    }

    private static void Offer(HttpContext context, string done, long story, Func<CancellationToken, Task> run) =>
        context.RequestServices.GetRequiredService<UndoBook>().Offer(context, done, $"/hangfire/stories/{story}", run);
}
