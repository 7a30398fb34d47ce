using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Writing;

/// <summary>
/// The one place where a feed's values are made safe: what comes out can be written in any format, and
/// is the same in all of them.
/// </summary>
internal static class SafeFeed
{
    /// <summary>The feed with clean text, legal addresses and ids, and without what cannot be made so; all within
    /// <see cref="Bounds"/>.</summary>
    public static MergedFeed Of(MergedFeed feed) => feed with
    {
        Title = Name(feed.Title) ?? "FeedHub",
        Description = Bounds.Cut(SafeText.Line(feed.Description)),
        Entries = [.. feed.Entries.Select(Entry)],
    };

    /// <summary>The words of a reason, for the format that has them: in English, since feeds are for programs.</summary>
    public static string Words(Reason why) => Bounds.Cut(SafeText.Line(why.ToString()));

    private static MergedEntry Entry(MergedEntry entry)
    {
        var story = WebAddress.Http(entry.StoryUrl)
            ?? throw new ArgumentException($"StoryUrl '{entry.StoryUrl}' is not an http or https address.");
        return entry with
        {
            Id = WebAddress.Id(entry.Id) ?? story,
            StoryUrl = story,
            Title = Name(entry.Title) ?? story,
            Url = Address(entry.Url),
            Authors = Lines(entry.Authors),
            Summary = SafeText.LineOrNull(entry.Summary),
            ContentHtml = string.IsNullOrWhiteSpace(entry.ContentHtml) ? null : SafeText.Clean(entry.ContentHtml),
            Image = Address(entry.Image?.Url) is { } image ? entry.Image! with { Url = image } : null,
            Enclosures = [.. entry.Enclosures.Select(Enclosure).OfType<Enclosure>().Take(Bounds.List)],
            Language = SafeText.Language(entry.Language),
            Categories = [.. entry.Categories.Take(Bounds.List).Select(Category)],
            PublisherCategories = Lines(entry.PublisherCategories, Bounds.List - Math.Min(Bounds.List, entry.Categories.Count)),
            Source = Source(entry.Source, story),
            Origin = Origins.Of(Name(entry.Origin?.Title), Shown(entry.Origin?.Url)),
            Also = [.. entry.Also.Take(Bounds.List).Select(also => Also(also, story))],
        };
    }

    private static Enclosure? Enclosure(Enclosure enclosure) => Address(enclosure.Url) is { } url
        ? enclosure with
        {
            Url = url,
            Type = SafeText.MediaType(enclosure.Type),
            Length = enclosure.Length > 0 ? enclosure.Length : null,
            Title = Name(enclosure.Title),
        }
        : null;

    private static EntryCategory Category(EntryCategory category) => category with
    {
        Slug = SafeText.Line(category.Slug),
        Label = Name(category.Label) ?? SafeText.Line(category.Slug),
    };

    // A source's address is checked when it is added; the story's page stands in, so that required elements are never left out. Feeds are
    // for everybody: what is secret in a source's addresses stays here.
    private static EntrySource Source(EntrySource source, string story)
    {
        var id = SafeText.Line(source.Id);
        return new(id, Name(source.Title) ?? id, Shown(source.FeedUrl) ?? story, Shown(source.Link))
        {
            Rights = Name(source.Rights),
            Icon = Address(source.Icon),
        };
    }

    private static string? Shown(string? address) => Address(address) is { } legal ? ShownAddress.Of(legal) : null;

    private static AlsoIn Also(AlsoIn also, string story) => new(
        Bounds.Id(SafeText.LineOrNull(also.Id)),
        Address(also.Url),
        Bounds.Cut(SafeText.Line(also.Title)),
        Source(also.Source, story),
        also.Why);

    // Formats write our categories and the publisher's as one list, which is bounded as a whole.
    private static string[] Lines(IEnumerable<string> texts, int most = Bounds.List) =>
        [.. texts.Select(Name).OfType<string>().Distinct().Take(most)];

    private static string? Name(string? text) => Bounds.CutOrNull(SafeText.LineOrNull(text));

    // Encoding makes it longer.
    private static string? Address(string? address) =>
        Bounds.WholeOrNull(WebAddress.Http(Bounds.WholeOrNull(address, Bounds.Address)), Bounds.Address);
}
