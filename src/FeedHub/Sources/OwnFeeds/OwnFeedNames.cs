using FeedHub.Model.OwnFeeds;
using FeedHub.Model.Sources;
using FeedHub.Model.Words;

namespace FeedHub.Sources.OwnFeeds;

/// <summary>Names in the filter of a feed of one's own that nothing in <c>feeds.json</c> has: no errors, since the database may have
/// sources that the file does not.</summary>
internal static class OwnFeedNames
{
    /// <summary>Words for each of them.</summary>
    public static IEnumerable<string> Unknown(OwnFeed feed, IReadOnlyList<SourceEntry> sources)
    {
        var parameters = OwnFeedFilter.Parameters(feed);
        var ids = sources.Select(source => SourceFactory.Slug(source.Declared.Title, source.Url)).ToHashSet();
        return
        [
            .. OwnFeedFilter.Named(parameters, "folder").Select(FolderPath.Normal)
                .Where(folder => !sources.Any(source => FolderPath.IsWithin(source.Declared.Folder, folder)))
                .Select(folder => Words(feed, $"folder {Wording.Quoted(folder)}, and no source of this file is in it")),
            .. OwnFeedFilter.Named(parameters, "source").Where(id => !ids.Contains(id) && !ids.Contains(SourceFactory.Unnumbered(id)))
                .Select(id => Words(feed, $"source {Wording.Quoted(id)}, and no source of this file gets that id by its title or host")),
        ];
    }

    private static string Words(OwnFeed feed, string what) =>
        $"the feed {Wording.Quoted(feed.Slug)} names the {what}: whether there is one elsewhere only the database knows (/api/sources).";
}
