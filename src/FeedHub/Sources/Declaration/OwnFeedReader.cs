using System.Text.Json;
using FeedHub.Model.OwnFeeds;
using FeedHub.Sources.OwnFeeds;

namespace FeedHub.Sources.Declaration;

/// <summary>Reads entries of <c>feeds</c>, once the categories are read.</summary>
internal sealed class OwnFeedReader(FeedsFileErrors errors, OwnFeedRules rules)
{
    /// <summary>What to write where there is no list.</summary>
    public const string ListExample = $"[ {Example} ]";

    private const string Example = "{ \"slug\": \"sport\", \"title\": \"Sport\", \"filter\": \"category=sport\" }";

    /// <summary>The feeds; not to be used if there are errors.</summary>
    public IReadOnlyList<OwnFeed> Read(IReadOnlyList<PositionedJson> entries)
    {
        if (entries.Count > OwnFeed.Most)
            errors.Add(entries[OwnFeed.Most], $"there are {entries.Count} feeds here: at most {OwnFeed.Most} may be");
        var lines = new Dictionary<string, int>();
        return [.. entries.Take(OwnFeed.Most).Select(entry => Read(entry, lines)).OfType<OwnFeed>()];
    }

    private OwnFeed? Read(PositionedJson value, Dictionary<string, int> lines)
    {
        if (FileProperties.Of(value, "a feed", Example, FeedsFileNames.Feed, errors) is not { } properties)
            return null;
        if (properties.Find("slug") is null)
            errors.Add(value, "this feed has no slug: add \"slug\": \"…\", which its address ends with");
        var feed = new OwnFeed
        {
            Slug = properties.Text("slug", "one such as \"sport\"")?.Text ?? "",
            Title = properties.Text("title", "the feed's title")?.Text,
            Description = properties.Text("description", "what the feed is about")?.Text,
            Filter = properties.Text("filter", "one such as \"category=sport&language=id\"")?.Text is { } filter
                ? OwnFeedFilter.QueryOf(filter)
                : null,
            Order = properties.Text("order", "found or published")?.Text,
            Limit = LimitOf(properties),
        };
        Check(feed, value, properties);
        CheckTwice(feed, properties, lines);
        return feed;
    }

    private static int? LimitOf(FileProperties properties) => properties.WholeNumber("limit", "a number such as 50") is { } limit
        ? (int)Math.Clamp(limit, int.MinValue, int.MaxValue)
        : null;

    private void Check(OwnFeed feed, PositionedJson value, FileProperties properties)
    {
        foreach (var problem in rules.Problems(feed))
        {
            // A slug that is missing or no text is an error already.
            if (problem.Field != "slug" || feed.Slug.Length > 0)
                errors.Add(properties.Find(problem.Field) ?? value, problem.Message);
        }
    }

    private void CheckTwice(OwnFeed feed, FileProperties properties, Dictionary<string, int> lines)
    {
        if (properties.Find("slug") is { Kind: JsonValueKind.String } slug && !lines.TryAdd(feed.Slug, errors.LineOf(slug)))
            errors.Add(slug, $"there is a feed \"{feed.Slug}\" already, on line {lines[feed.Slug]}: choose another slug");
    }
}
