using System.Text;
using FeedHub.Syndication.Writing;

namespace FeedHub.Publishing.Pages;

/// <summary>
/// How long summaries may be for a page to stay under 60 kB. Long addresses, many other places to read a story and filters that links keep
/// leave less room; the story's own page has all of it.
/// </summary>
internal static class PageBudget
{
    /// <summary>Other places to read a story that are linked.</summary>
    public const int MostAlso = 3;

    /// <summary>Bytes of a query that the links of stories keep; one that is longer they leave.</summary>
    public const int MostKept = 48;

    private const int Page = 59_000;
    private const int Most = 280;

    // Enough for a sentence.
    private const int Least = 90;

    // Bytes of markup around what differs, as rendered.
    private const int Frame = 3_800;
    private const int Chip = 70;
    private const int Story = 340;
    private const int Picture = 125;
    private const int Link = 48;
    private const int Line = 110;

    /// <summary>Bytes that each summary of the view may have.</summary>
    public static int SummaryBytes(StoriesView view)
    {
        if (view.Entries.Count == 0)
            return Most;
        var kept = Bytes(view.FeedQuery);
        var links = kept > MostKept ? 0 : kept;
        var left = Page - Frame - (Chips(view) * (Chip + kept)) - view.Entries.Sum(entry => BytesOf(entry, view, links));
        return Math.Clamp(left / view.Entries.Count, Least, Most);
    }

    // A filter that holds has a link that takes it away, some a second one that turns it round; beside it, others have one that adds them.
    private static int Chips(StoriesView view)
    {
        var categories = view.Categories.Count * (view.Filter.Categories.Count > 0 ? 2 : 1);
        var sources = view.Sources.Count * (view.Filter.Sources.Count > 0 ? 2 : 1);
        return categories + sources + view.Folders.Count + view.Languages.Count + view.Chosen.Count + view.Turned.Count;
    }

    private static int BytesOf(MergedEntry entry, StoriesView view, int kept)
    {
        var also = entry.Also.Where(also => also.Source.Id != entry.Source.Id).DistinctBy(also => also.Source.Id).Take(MostAlso).ToList();
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
