using System.Text.Json;
using FeedHub.Model.Stories;

namespace FeedHub.Publishing.Pages;

/// <summary>The keys of the stories that a view shows now: enough for an open page to tell how many it does not show yet.</summary>
internal static class NewestStories
{
    /// <summary>The document.</summary>
    public static async Task<RenderedFeed> RenderAsync(StoryFilter filter, StoryQueries queries, CancellationToken cancellation)
    {
        var chosen = await queries.ChooseAsync(filter, cancellation);
        var json = JsonSerializer.SerializeToUtf8Bytes(new { stories = chosen.Places.Select(place => place.Id) });
        return new(json, "application/json", chosen.Places.Select(place => DateTimeOffset.FromUnixTimeMilliseconds(place.SortAt))
            .DefaultIfEmpty(DateTimeOffset.UnixEpoch)
            .Max());
    }
}
