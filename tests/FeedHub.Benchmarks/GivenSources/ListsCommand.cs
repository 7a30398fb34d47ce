using System.Globalization;
using FeedHub.Syndication.Extracting.Lists;

namespace FeedHub.Benchmarks.GivenSources;

/// <summary>What FeedHub would take from the list pages of a folder (<c>lists.jsonl</c>), by its own proposal.</summary>
internal static class ListsCommand
{
    public static int Run(string folder) => GivenFiles.Read(
        folder,
        "lists.jsonl",
        (bytes, url) => Entries(bytes, new() { BaseUrl = url!, Now = TimeProvider.System.GetUtcNow() }));

    private static IEnumerable<object> Entries(byte[] bytes, ListOptions options)
    {
        var page = ListPage.Parse(bytes, options);
        var entries = page.Propose().Selectors is { } selectors ? page.Read(selectors) : [];
        return entries.Select(entry => new { title = entry.Title, url = entry.Url, date = Written(entry.Date), image = entry.Image });
    }

    private static string? Written(ListDate? date) =>
        date?.Instant.ToString(date.Value.IsDay ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
