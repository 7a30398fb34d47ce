using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>The summary of an item.</summary>
internal static partial class EntrySummary
{
    // Less says no more than a headline.
    private const int Least = 30;

    /// <summary>The first text beside the headline that is called a summary, else a paragraph; null where there is none.</summary>
    public static string? Find(IElement item, string title)
    {
        var texts = Selectors.Below(item).Where(element => element.LocalName == "p" || Name().IsMatch(ElementNames.Words(element)));
        return Bounds.CutOrNull(texts.Take(20).Select(TextRuns.Line).FirstOrDefault(text => text.Length >= Least && !IsSame(text, title)));
    }

    private static bool IsSame(string text, string title) =>
        text.Contains(title, StringComparison.OrdinalIgnoreCase) || title.Contains(text, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"summary|excerpt|desc|lead|teaser|deck|ringkas|abstract|subtitle|standfirst", RegexOptions.IgnoreCase)]
    private static partial Regex Name();
}
