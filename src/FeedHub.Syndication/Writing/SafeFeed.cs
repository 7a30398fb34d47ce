using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Writing;

/// <summary>
/// The one place where a feed's values are made safe: whatever a publisher sent, what comes out can be written in any format, and
/// is the same in all of them.
/// </summary>
internal static class SafeFeed
{
    /// <summary>The feed with clean text, legal addresses and ids, and without what cannot be made so.</summary>
    public static MergedFeed Of(MergedFeed feed) => feed with
    {
        Title = SafeText.LineOrNull(feed.Title) ?? "FeedHub",
        Description = SafeText.Line(feed.Description),
        Entries = [.. feed.Entries.Select(Entry)],
    };

    private static MergedEntry Entry(MergedEntry entry)
    {
        var story = WebAddress.Http(entry.StoryUrl) 
            ?? throw new ArgumentException($"StoryUrl '{entry.StoryUrl}' is no http or https address.");
        return entry with
        {
            Id = WebAddress.Id(entry.Id) ?? story,
            StoryUrl = story,
            Title = SafeText.LineOrNull(entry.Title) ?? story,
            Url = WebAddress.Http(entry.Url),
            Authors = Lines(entry.Authors),
            Summary = SafeText.LineOrNull(entry.Summary),
            ContentHtml = string.IsNullOrWhiteSpace(entry.ContentHtml) ? null : SafeText.Clean(entry.ContentHtml),
            Image = WebAddress.Http(entry.Image?.Url) is { } image ? entry.Image! with { Url = image } : null,
            Enclosures = [.. entry.Enclosures.Select(Enclosure).OfType<Enclosure>()],
            Language = SafeText.Language(entry.Language),
            Categories = [.. entry.Categories.Select(Category)],
            PublisherCategories = Lines(entry.PublisherCategories),
            Source = Source(entry.Source, story),
            Also = [.. entry.Also.Select(also => Also(also, story))],
        };
    }

    private static Enclosure? Enclosure(Enclosure enclosure) => WebAddress.Http(enclosure.Url) is { } url
        ? new Enclosure(url, SafeText.MediaType(enclosure.Type), enclosure.Length > 0 ? enclosure.Length : null)
        : null;

    private static EntryCategory Category(EntryCategory category) => category with
    {
        Slug = SafeText.Line(category.Slug),
        Label = SafeText.LineOrNull(category.Label) ?? SafeText.Line(category.Slug),
        Why = SafeText.Line(category.Why),
    };

    // A source's address is checked when it is added; the story's page stands in, so that required elements are never left out. Feeds are
    // for everybody: what is secret in a source's addresses stays here.
    private static EntrySource Source(EntrySource source, string story)
    {
        var id = SafeText.Line(source.Id);
        return new(id, SafeText.LineOrNull(source.Title) ?? id, Shown(source.FeedUrl) ?? story, Shown(source.Link))
        {
            Rights = SafeText.LineOrNull(source.Rights),
            Icon = WebAddress.Http(source.Icon),
        };
    }

    private static string? Shown(string? address) => WebAddress.Http(address) is { } legal ? ShownAddress.Of(legal) : null;

    private static AlsoIn Also(AlsoIn also, string story) => new(
        SafeText.LineOrNull(also.Id),
        WebAddress.Http(also.Url),
        SafeText.Line(also.Title),
        Source(also.Source, story),
        SafeText.Line(also.Why));

    private static string[] Lines(IEnumerable<string> texts) => [.. texts.Select(SafeText.LineOrNull).OfType<string>().Distinct()];
}
