using System.Text.RegularExpressions;
using AngleSharp.Dom;
using FeedHub.Syndication.Reading.Html;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>The headline of an item.</summary>
internal static partial class EntryTitle
{
    // More elements than a card has.
    private const int MostInCard = 60;

    /// <summary>The headline with the element that has it; null where there is none.</summary>
    /// <param name="item">The item.</param>
    /// <param name="anchors">The links within it to the article; at least one.</param>
    public static (string Text, IElement? Element)? Find(IElement item, IReadOnlyList<IElement> anchors) =>
        Best(Headings(item, anchors)) ?? Best(Called(item, anchors)) ?? Linked(anchors) ?? Unlinked(item, anchors) ?? Attribute(anchors);

    /// <summary>The heading that stands beside a link in one of the parts around it, where none of these leads elsewhere.</summary>
    /// <param name="parts">From the inside out.</param>
    /// <param name="anchor">The link.</param>
    public static IElement? Beside(IEnumerable<IElement> parts, IElement anchor)
    {
        foreach (var part in parts)
        {
            var below = Selectors.Below(part).Take(MostInCard + 1).ToList();
            if (below.Count > MostInCard || below.Exists(e => e.LocalName == "a" && e.GetAttribute("href") != anchor.GetAttribute("href")))
                return null;
            if (below.Find(element => Asides.IsHeading(element) && Headline.Score(TextRuns.Line(element)) > 1) is { } heading)
                return heading;
        }

        return null;
    }

    // A link over a card has no text of its own, or only asks to read on.
    private static (string Text, IElement? Element)? Unlinked(IElement item, IReadOnlyList<IElement> anchors) =>
        anchors.Count > 0 && Beside(Above(anchors[0], item).Append(item), anchors[0]) is { } heading
            ? (TextRuns.Line(heading), heading)
            : null;

    private static IEnumerable<IElement> Headings(IElement item, IReadOnlyList<IElement> anchors) =>
        Around(item, anchors).Where(Asides.IsHeading).Select(heading => Inner(heading, anchors));

    // A heading may have a label or a section beside the headline.
    private static IElement Inner(IElement heading, IReadOnlyList<IElement> anchors)
    {
        var parts = Selectors.Below(heading).Take(20).ToList();
        return parts.Find(part => Name().IsMatch(part.ClassName ?? "") && Headline.Score(TextRuns.Line(part)) > 1)
            ?? parts.Find(part => anchors.Contains(part) && Headline.Score(TextRuns.Line(part)) > 1) ?? heading;
    }

    private static IEnumerable<IElement> Called(IElement item, IReadOnlyList<IElement> anchors) =>
        Around(item, anchors).Where(element => Name().IsMatch(ElementNames.Words(element)));

    // What a link has within it, and what is around it inside the item.
    private static IEnumerable<IElement> Around(IElement item, IReadOnlyList<IElement> anchors) =>
        anchors.SelectMany(anchor => Above(anchor, item).Concat(Selectors.Below(anchor)).Append(anchor));

    private static IEnumerable<IElement> Above(IElement anchor, IElement item)
    {
        if (anchor == item)
            yield break;
        for (var element = anchor.ParentElement; element is not null && element != item; element = element.ParentElement)
            yield return element;
    }

    private static (string Text, IElement? Element)? Best(IEnumerable<IElement> elements)
    {
        (string Text, IElement? Element, int Score)? best = null;
        foreach (var element in elements.Take(20))
        {
            var text = TextRuns.Line(element);
            var score = Headline.Score(text);
            if (text.Length > 0 && (best is null ? score > 0 : score > best.Value.Score))
                best = (text, element, score);
        }

        return best is { } found ? (found.Text, found.Element) : null;
    }

    // A link around a whole card has the headline among other texts.
    private static (string Text, IElement? Element)? Linked(IReadOnlyList<IElement> anchors)
    {
        var texts = anchors.Select(anchor => (Anchor: anchor, Runs: TextRuns.Of(anchor))).Where(a => a.Runs.Count > 0).ToList();
        var single = texts.Where(a => a.Runs.Count == 1 && Headline.Score(a.Runs[0]) > 0)
            .OrderByDescending(a => Headline.Score(a.Runs[0])).FirstOrDefault();
        if (single.Runs is not null)
            return (single.Runs[0], single.Anchor);
        foreach (var (anchor, runs) in texts)
        {
            if (runs.FirstOrDefault(run => Headline.Score(run) > 2 && !LooksDated().IsMatch(run)) is { } run)
                return (run, anchor);
        }

        return null;
    }

    private static (string Text, IElement? Element)? Attribute(IReadOnlyList<IElement> anchors)
    {
        var written = anchors.SelectMany(anchor => new[] { anchor.GetAttribute("title"), anchor.GetAttribute("aria-label") }
            .Concat(Selectors.Below(anchor).Where(e => e.LocalName == "img").Select(e => e.GetAttribute("alt"))));
        foreach (var text in written.OfType<string>().Select(text => Spaces.Fold(text)))
        {
            if (Headline.Score(text) > 1)
                return (text, null);
        }

        return null;
    }

    // "Selasa, 16 Februari 2016 12:55" beside a section's name.
    [GeneratedRegex(@"\b(?:19|20)\d\d\b.{0,12}\d{1,2}[:.]\d{2}|^[^.!?]{0,40}\d{1,2}[:.]\d{2}\s*(?:WI[BT]|WITA)?$", RegexOptions.IgnoreCase)]
    private static partial Regex LooksDated();

    [GeneratedRegex(@"(?<![a-z])(?:title|judul|headline)(?![a-z])|(?:title|judul|headline)(?:$|\s)", RegexOptions.IgnoreCase)]
    private static partial Regex Name();
}
