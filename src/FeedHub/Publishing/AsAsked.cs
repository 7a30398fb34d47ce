using FeedHub.Model.Stories;
using FeedHub.Syndication.Writing;

namespace FeedHub.Publishing;

/// <summary>What a filter asks of the entries themselves: other dates, other titles.</summary>
internal static class AsAsked
{
    /// <summary>The entry of a story as the filter wants it shown.</summary>
    public static MergedEntry Of(MergedEntry entry, Story story, StoryFilter filter) => Titled(Dated(entry, story, filter), filter);

    /// <summary>The entry with its source's title before the headline, where the filter asks for it and the headline does not begin
    /// with it already.</summary>
    public static MergedEntry Titled(MergedEntry entry, StoryFilter filter)
    {
        var before = entry.Source.Title + ": ";
        return filter.TitlesSource && !entry.Title.StartsWith(before, StringComparison.OrdinalIgnoreCase)
            ? entry with { Title = before + entry.Title }
            : entry;
    }

    private static MergedEntry Dated(MergedEntry entry, Story story, StoryFilter filter) =>
        filter.DatesFound ? entry with { Published = story.SortAt, Updated = story.SortAt } : entry;
}
