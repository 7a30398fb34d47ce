namespace FeedHub.Syndication.Identity;

/// <summary>Parameters that choose how one article is shown: as AMP, or on one page instead of several.</summary>
internal static class EditionParameters
{
    public static bool Contains(string name, string value) => name.ToLowerInvariant() switch
    {
        "amp" => value is "" or "1" or "true",
        "outputtype" or "output" => Is(value, "amp"),
        // Indonesian papers part an article into pages and offer it whole; "page" with a number stays, it may name the page.
        "page" or "showpage" => Is(value, "all"),
        "single" or "singlepage" => value == "1",
        _ => false,
    };

    private static bool Is(string value, string expected) => value.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
