namespace FeedHub.Model.Sources;

/// <summary>What feeds and pages show of a source and choose it by, and whether it is polled no more: the few of its columns that are read
/// again after each change.</summary>
public sealed record SourceLook(
    long Id,
    string Slug,
    string Url,
    string? Title,
    string? FeedTitle,
    string? Link,
    ContentPolicy Content,
    string? FeedRights,
    string? FeedIcon,
    bool IsRetired,
    string? Folder)
{
    /// <summary>The title to show: as declared, else the feed's own, else the host.</summary>
    public string DisplayTitle { get; } = Source.NameOf(Title, FeedTitle, Url);

    /// <summary>All of it that entries show or are chosen by, as one text.</summary>
    public string Text => string.Join('\u001f', Slug, DisplayTitle, Url, Link, Content, FeedRights, FeedIcon, IsRetired, Folder);

    /// <summary>What a source that was loaded whole looks like.</summary>
    public static SourceLook Of(Source s) => new(
        s.Id, s.Slug, s.Url, s.Declared.Title, s.Feed.Title, s.Feed.Link, s.Declared.Content, s.Feed.Rights, s.Feed.Icon,
        !s.Declared.Enabled || s.Polling.State == SourceState.Gone,
        s.Declared.Folder);
}
