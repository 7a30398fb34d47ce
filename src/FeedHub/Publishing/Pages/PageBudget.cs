using System.Text;
using FeedHub.Syndication.Writing;

namespace FeedHub.Publishing.Pages;

/// <summary>
/// How much of each story a page shows to stay under 60 kB. Long addresses, many other places to read a story and filters that links keep
/// leave less room; the story's own page has all of it.
/// </summary>
/// <param name="SummaryBytes">Bytes that a summary may have.</param>
/// <param name="Also">Other places to read a story that are linked.</param>
public readonly record struct PageBudget(int SummaryBytes, int Also)
{
    /// <summary>Bytes of a query that the links of stories keep; one that is longer they leave.</summary>
    public const int MostKept = 48;

    private const int Page = 59_000;
    private const int MostBytes = 280;
    private const int MostAlso = 3;

    // Enough for a sentence: before summaries get shorter, there are fewer links.
    private const int LeastBytes = 90;

    // Bytes of markup around what differs, as rendered.
    private const int Frame = 3_800;
    private const int Chip = 70;
    private const int Story = 245;
    private const int Picture = 120;
    private const int Link = 45;
    private const int Line = 80;

    /// <summary>The budget of a view.</summary>
    public static PageBudget Of(StoriesView view)
    {
        var also = MostAlso;
        while (also > 1 && Room(view, also) < LeastBytes)
            also--;
        return new(Math.Clamp(Room(view, also), LeastBytes, MostBytes), also);
    }

    /// <summary>Other sources that a story can be read at, each once.</summary>
    public static IEnumerable<AlsoIn> OthersOf(MergedEntry entry) =>
        entry.Also.Where(also => also.Source.Id != entry.Source.Id).DistinctBy(also => also.Source.Id);

    private static int Room(StoriesView view, int also)
    {
        var query = Bytes(view.FeedQuery);
        var kept = view.KeepsQuery ? query : 0;
        var entries = view.Entries.Sum(entry => BytesOf(entry, view, kept, also));
        return (Page - Frame - (Chips(view) * (Chip + query)) - entries) / Math.Max(1, view.Entries.Count);
    }

    // A filter that holds has a link that takes it away, some a second one that turns it round; beside it, others have one that adds them.
    private static int Chips(StoriesView view)
    {
        var categories = view.Categories.Count * (view.Filter.Categories.Count > 0 ? 2 : 1);
        var sources = view.Sources.Count * (view.Filter.Sources.Count > 0 ? 2 : 1);
        return categories + sources + view.Folders.Count + view.Languages.Count + view.Chosen.Count + view.Turned.Count;
    }

    private static int BytesOf(MergedEntry entry, StoriesView view, int kept, int most)
    {
        var also = OthersOf(entry).Take(most).ToList();
        var links = 1 + entry.Categories.Count;
        return Story + Bytes(entry.Title) + Bytes(entry.Url) + Bytes(entry.Source.Title) + Bytes(entry.Source.Id)
            + (links * (Link + kept)) + entry.Categories.Sum(category => category.Slug.Length + Bytes(view.NameOf(category.Slug)))
            + (entry.Image is null ? 0 : Picture + Bytes(entry.Image.Url))
            + (entry.Coverage is null ? 0 : Line) + (entry.Origin is { } origin ? Line + (2 * Bytes(origin.Title ?? origin.Url)) : 0)
            + (also.Count == 0 ? 0 : Line + also.Sum(one => Link + Bytes(one.Url) + Bytes(one.Source.Title)));
    }

    // What is escaped takes some bytes more.
    private static int Bytes(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text) + (5 * text.AsSpan().CountAny("&\"'<>"));
}
