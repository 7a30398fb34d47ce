using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>The scripts of a page that hold data.</summary>
internal static class PageScripts
{
    private const int Most = 50;
    private const int MaxLength = 4_000_000;

    /// <summary>The contents of those of a type, not empty, each at most four million characters.</summary>
    public static IEnumerable<string> Of(PageNode root, Func<string, bool> isWanted) => root.All()
        .Where(node => node.Name == "script" && node.Text.Length is > 2 and <= MaxLength && isWanted(node["type"] ?? ""))
        .Select(node => node.Text).Take(Most);
}
