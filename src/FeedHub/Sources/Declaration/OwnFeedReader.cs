using System.Text.Json;
using FeedHub.Model.OwnFeeds;
using FeedHub.Sources.OwnFeeds;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources.Declaration;

/// <summary>Reads entries of <c>feeds</c>, once the categories are read.</summary>
internal sealed class OwnFeedReader(FeedsFileErrors errors, OwnFeedRules rules)
{
    /// <summary>What to write where there is no list.</summary>
    public const string ListExample = $"[ {Example} ]";

    private const string Example = "{ \"slug\": \"sport\", \"title\": \"Sport\", \"filter\": \"category=sport\" }";

    private static string FilterExample =>
        Say("one such as \"category=sport&language=id\"", "misalnya \"category=sport&language=id\"");

    /// <summary>The feeds; not to be used if there are errors.</summary>
    public IReadOnlyList<OwnFeed> Read(IReadOnlyList<PositionedJson> entries)
    {
        if (entries.Count > OwnFeed.Most)
            errors.Add(entries[OwnFeed.Most], Say(
                $"there are {entries.Count} feeds here: at most {OwnFeed.Most} may be",
                $"ada {entries.Count} feed di sini: paling banyak {OwnFeed.Most}"));
        var lines = new Dictionary<string, int>();
        return [.. entries.Take(OwnFeed.Most).Select(entry => Read(entry, lines)).OfType<OwnFeed>()];
    }

    private OwnFeed? Read(PositionedJson value, Dictionary<string, int> lines)
    {
        if (FileProperties.Of(value, Say("a feed", "feed"), Example, FeedsFileNames.Feed, errors) is not { } properties)
            return null;
        if (properties.Find("slug") is null)
            errors.Add(value, Say(
                "this feed has no slug: add \"slug\": \"…\", which its address ends with",
                "feed ini tidak punya slug: tambahkan \"slug\": \"…\", yang menjadi akhir alamatnya"));
        var feed = new OwnFeed
        {
            Slug = properties.Text("slug", Say("one such as \"sport\"", "misalnya \"sport\""))?.Text ?? "",
            Title = properties.Text("title", Say("the feed's title", "judul feed"))?.Text,
            Description = properties.Text("description", Say("what the feed is about", "tentang apa feed ini"))?.Text,
            Filter = properties.Text("filter", FilterExample)?.Text is { } filter
                ? OwnFeedFilter.QueryOf(filter)
                : null,
            Order = properties.Text("order", Say("found or published", "found atau published"))?.Text,
            Limit = LimitOf(properties),
        };
        Check(feed, value, properties);
        CheckTwice(feed, properties, lines);
        return feed;
    }

    private static int? LimitOf(FileProperties properties) =>
        properties.WholeNumber("limit", Say("a number such as 50", "angka seperti 50")) is { } limit
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
            errors.Add(slug, Say(
                $"there is a feed \"{feed.Slug}\" already, on line {lines[feed.Slug]}: choose another slug",
                $"sudah ada feed \"{feed.Slug}\", pada baris {lines[feed.Slug]}: pilih slug lain"));
    }
}
