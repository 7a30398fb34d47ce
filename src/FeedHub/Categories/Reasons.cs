using System.Text.RegularExpressions;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Categories;

/// <summary>Whether two lists of tags say the same.</summary>
internal static partial class Reasons
{
    /// <summary>
    /// The same slugs in the same order for the same reasons. Numbers do not count: habits and models go on learning, and an entry
    /// should not change for every item that confirms them.
    /// </summary>
    public static bool SayTheSame(IReadOnlyList<Tag> a, IReadOnlyList<Tag> b) =>
        a.Count == b.Count && a.Zip(b).All(pair => pair.First.Slug == pair.Second.Slug && Words(pair.First.Why) == Words(pair.Second.Why));

    private static string Words(string why) => Number().Replace(why, "0");

    [GeneratedRegex(@"\d+([.,]\d+)*")]
    private static partial Regex Number();
}
