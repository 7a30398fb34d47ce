using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>What the attributes of a tag tell of it: whether programs wrote it, or people who speak of it.</summary>
internal static partial class LoadedTag
{
    /// <summary>Whether it fetches something: an address of the web, or a path to what is shown.</summary>
    public static bool Fetches(ReadOnlySpan<char> tag) => Address().IsMatch(tag) || Path().IsMatch(tag);

    /// <summary>Whether it is a picture with an address.</summary>
    public static bool ShowsPicture(string name, ReadOnlySpan<char> tag) =>
        name.Equals("img", StringComparison.OrdinalIgnoreCase) && Picture().IsMatch(tag);

    /// <summary>Whether it says how something looks or where it leads, as what editors' programs write does.</summary>
    public static bool Dresses(ReadOnlySpan<char> tag) => Dress().IsMatch(tag);

    [GeneratedRegex(@"=\s*[""']?\s*(?:[a-z]+:)?//", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"\s(?:src|srcset|data)\s*=\s*[""']?[^\s""']*/", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Path();

    [GeneratedRegex(@"\s(?:data-[a-z-]*)?src(?:set)?\s*=", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Picture();

    [GeneratedRegex(
        @"\s(?:class|style|id|href|color|face|size|align|lang|dir|title|data-[a-z-]+|on[a-z]+)\s*=",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Dress();
}
