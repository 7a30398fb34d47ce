using AngleSharp.Dom;
using FeedHub.Syndication.Reading.Formats;

namespace FeedHub.Syndication.Extracting.Lists;

/// <summary>What the items of a page say, by selectors or without.</summary>
internal sealed class ItemReader(PageLinks links, ListSelectors selectors, ListOptions options)
{
    // An item with more is a list.
    private const int MaxAnchors = 50;

    private readonly EntryDates _dates = new(options);
    private readonly Dictionary<IElement, LinkTarget?> _mains = [];

    /// <summary>The entries in order, each article once.</summary>
    public IReadOnlyList<ListEntry> Read(IReadOnlyList<IElement> items)
    {
        var surroundings = new Surroundings(items, this);
        var read = items.Select(item => (Item: item, Entry: Read(item, surroundings.Of(item))))
            .Where(one => one.Entry is not null).Select(one => (one.Item, Entry: one.Entry!)).ToList();
        if (selectors.Date is null)
            read = new SiblingDates(surroundings, _dates).Complete(read);
        var days = new DayHeadings([.. read.Select(one => one.Item)], _dates);
        return
        [
            .. read.Select(one => one.Entry with { Date = days.Complete(one.Item, one.Entry.Date, options.TimeZone) })
                .DistinctBy(entry => entry.Key),
        ];
    }

    /// <summary>The entry of one item; null where it has no link or no headline.</summary>
    /// <param name="item">The item.</param>
    /// <param name="around">The part of the page that belongs to it.</param>
    public ListEntry? Read(IElement item, IElement around)
    {
        if (Main(item) is not var (url, key))
            return null;
        var (text, element) = Title(item, key);
        return string.IsNullOrEmpty(text) ? null : new ListEntry(url.AbsoluteUri, Bounds.Cut(text))
        {
            Key = key,
            HasShownTitle = element is not null,
            Date = selectors.Date is not { } date ? _dates.Find(around, element, url)
                : Selectors.First(item, date) is { } dated ? _dates.Of(dated) : null,
            Summary = selectors.Summary is { } summary ? Text(item, summary) : EntrySummary.Find(around, text),
            Image = EntryPictures.Find(selectors.Image is { } image ? Selectors.First(item, image) : around, links.Base),
        };
    }

    /// <summary>The article that an item leads to, or null.</summary>
    public LinkTarget? Main(IElement item)
    {
        if (!_mains.TryGetValue(item, out var target))
            _mains[item] = target = FindMain(item);
        return target;
    }

    /// <summary>The element that has the headline of an item, or null.</summary>
    public IElement? TitleElement(IElement item) => Main(item) is { } main ? Title(item, main.Key).Element : null;

    private LinkTarget? FindMain(IElement item)
    {
        if (selectors.Link is { } css)
        {
            return Selectors.First(item, css) is { } pointed
                ? Anchors(pointed).Select(links.Target).FirstOrDefault(target => target is not null)
                : null;
        }

        var targets = Anchors(item).Select(anchor => (Anchor: anchor, Target: links.Target(anchor)))
            .Where(t => t.Target is not null).ToList();
        return targets.DistinctBy(t => t.Target!.Key).Count() == 1
            ? targets[0].Target
            : targets.OrderByDescending(t => Worth(t.Anchor, t.Target!.Url)).FirstOrDefault().Target;
    }

    private (string? Text, IElement? Element) Title(IElement item, string key)
    {
        if (selectors.Title is { } css)
            return Selectors.First(item, css) is { } element ? (Values.NotEmpty(TextRuns.Line(element)), element) : (null, null);
        var anchors = Anchors(item).Where(anchor => links.Target(anchor)?.Key == key).ToList();
        return EntryTitle.Find(item, anchors) is { } title ? title : (null, null);
    }

    // The headline leads to the article; beside it stand its section, its author and its comments.
    private static int Worth(IElement anchor, Uri url) => Math.Clamp(AddressLikeness.Score(url), -4, 6)
        + (EntryTitle.Find(anchor, [anchor]) is { } title ? Headline.Score(title.Text) * (title.Element is null ? 1 : 2) : 0);

    private static IEnumerable<IElement> Anchors(IElement item)
    {
        for (var around = item; around is not null; around = around.ParentElement)
        {
            if (around.LocalName == "a")
                return [around];
        }

        return Selectors.Below(item).Where(element => element.LocalName == "a").Take(MaxAnchors);
    }

    private static string? Text(IElement item, string css) =>
        Selectors.First(item, css) is { } element ? Bounds.CutOrNull(Values.NotEmpty(TextRuns.Line(element))) : null;
}
