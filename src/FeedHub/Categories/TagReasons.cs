using System.Text.RegularExpressions;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Categories;

/// <summary>Whether two lists of tags say the same.</summary>
internal static partial class TagReasons
{
    /// <summary>
    /// The same slugs in the same order for the same reasons. Numbers do not count: habits and models go on learning, and an entry
    /// should not change for every item that confirms them. A sentence that an older version stored is the same as the code whose words
    /// it is.
    /// </summary>
    public static bool SayTheSame(IReadOnlyList<Tag> a, IReadOnlyList<Tag> b) =>
        a.Count == b.Count && a.Zip(b).All(pair => pair.First.Slug == pair.Second.Slug && SaysTheSame(pair.First.Why, pair.Second.Why));

    private static bool SaysTheSame(Reason a, Reason b) => a == b || Words(a) == Words(b);

    private static string Words(Reason why) => Number().Replace(why.ToString(), "0");

    [GeneratedRegex(@"\d+([.,]\d+)*")]
    private static partial Regex Number();
}
