using System.Text.RegularExpressions;

namespace FeedHub.Sources.Declaration;

/// <summary>How categories are named in addresses.</summary>
internal static partial class Slug
{
    /// <summary>Lower-case letters and digits in groups joined by hyphens, at most 64.</summary>
    public static bool IsValid(string text) => text.Length <= 64 && Form().IsMatch(text);

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Form();
}
