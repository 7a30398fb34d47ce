using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>The scripts of a page that hold data.</summary>
internal static class PageScripts
{
    private const int Most = 50;
    private const int MaxLength = 4_000_000;

    /// <summary>Those of JSON-LD.</summary>
    public static IEnumerable<string> OfLinkedData(PageNode root) => Of(root, IsLinkedData);

    /// <summary>Those that are not of JSON-LD: what the page hands to its own programs.</summary>
    public static IEnumerable<string> OfPrograms(PageNode root) => Of(root, type => !IsLinkedData(type));

    /// <summary>The contents of those of a type, not empty, each at most four million characters.</summary>
    public static IEnumerable<string> Of(PageNode root, Func<string, bool> isWanted) => root.All()
        .Where(node => node.Name == "script" && node.Text.Length is > 2 and <= MaxLength && isWanted(node["type"] ?? ""))
        .Select(node => node.Text).Take(Most);

    private static bool IsLinkedData(string type) => type.Contains("ld+json", StringComparison.OrdinalIgnoreCase);
}
