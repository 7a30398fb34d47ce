using FeedHub.Storage.Statements.Search;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reading;

namespace FeedHub.Publishing.Search;

/// <summary>Stories that wait for the search index, with their words.</summary>
/// <param name="Stories">Each once, as it stands now.</param>
/// <param name="Last">The last ticket that they were taken for; 0 if none waits.</param>
internal sealed record WaitingStories(IReadOnlyCollection<SearchableStory> Stories, long Last)
{
    /// <summary>Stories that are one commit at most.</summary>
    private const int Most = 500;

    /// <summary>Most characters of one commit, which the last story may exceed: they are held in memory until then.</summary>
    private const int MostCharacters = 1_000_000;

    /// <summary>Stories whose markup is held in memory at a time.</summary>
    private const int Slice = 100;

    /// <summary>Characters of a story past these are not searched: one item of megabytes would cost as much as all others.</summary>
    private const int MaxText = 50_000;

    /// <summary>The first that wait.</summary>
    public static WaitingStories Read(ReadSessions database)
    {
        var (stories, last, characters) = (new Dictionary<long, SearchableStory>(), 0L, 0L);
        while (stories.Count < Most && characters < MostCharacters && SearchQueue.After(database, last, Slice) is { Count: > 0 } waiting)
        {
            foreach (var story in Read(database, [.. waiting.Select(w => w.StoryId).Distinct()]))
            {
                stories[story.Id] = story;
                characters += story.Text.Length;
            }

            last = waiting[^1].Id;
        }

        return new(stories.Values, last);
    }

    private static IEnumerable<SearchableStory> Read(ReadSessions database, List<long> ids)
    {
        var stories = SearchedItems.Of(database, ids).GroupBy(i => (i.StoryId, i.SortAt)).ToDictionary(
            story => story.Key.StoryId,
            story => SearchableStory.Of(story.Key.StoryId, story.Key.SortAt, TextOf(story.Select(i => i.Item))));
        return ids.Select(id => stories.GetValueOrDefault(id) ?? SearchableStory.Without(id));
    }

    private static string TextOf(IEnumerable<ParsedItem> items)
    {
        var text = string.Concat(items.Select(item => string.Join(
            '\n', item.Title, item.Origin?.Title, ItemText.TextOf(item, TimeZoneInfo.Utc, DateTimeOffset.UnixEpoch), "")));
        return text.Length > MaxText ? text[..MaxText] : text;
    }
}
