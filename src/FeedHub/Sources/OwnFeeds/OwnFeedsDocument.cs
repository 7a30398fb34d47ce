using System.Text.Json;
using FeedHub.Model.OwnFeeds;
using FeedHub.Sources.Declaration;

namespace FeedHub.Sources.OwnFeeds;

/// <summary>Feeds of one's own alone, written as in feeds.json: read by the very reader of that.</summary>
internal static class OwnFeedsDocument
{
    /// <summary>What a document may look like.</summary>
    public const string Example = """{ "feeds": [ { "slug": "sport", "title": "Sport", "filter": "category=sport" } ] }""";

    private const string Name = "feeds";

    /// <summary>The feeds, or all that is wrong with them.</summary>
    public static (IReadOnlyList<OwnFeed>? Feeds, IReadOnlyList<FeedsFileError> Errors) Read(byte[] utf8, OwnFeedRules rules)
    {
        var positions = new FilePositions(utf8);
        var (root, error) = FeedsFileSyntax.Parse(utf8, positions);
        if (root is null)
            return (null, [error!]);
        var errors = new FeedsFileErrors(positions);
        var feeds = FileProperties.Of(root, "the body", Example, [Name], errors) is { } properties
            ? new OwnFeedReader(errors, rules).Read(properties.List(Name, OwnFeedReader.ListExample))
            : [];
        if (root is { Kind: JsonValueKind.Object } && root.Member(Name) is null)
            errors.Add(root, $"the body names no feeds: write {Example}, or an empty list for none");
        return errors.InFileOrder() is { Count: > 0 } found ? (null, found) : (feeds, []);
    }
}
