using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using CodeHollow.FeedReader;

namespace FeedHub.Tests.Publishing;

/// <summary>A story as a reader program sees it, its date to the second.</summary>
internal sealed record SeenStory(string Id, string Title, string Link, long Published)
{
    public static SeenStory OfJson(JsonElement item) => new(
        item.GetProperty("id").GetString()!, item.GetProperty("title").GetString()!, item.GetProperty("url").GetString()!,
        item.GetProperty("date_published").GetDateTimeOffset().ToUnixTimeSeconds());

    public static IEnumerable<SeenStory> ByCodeHollow(string document) => FeedReader.ReadFromString(document).Items
        .Select(item => new SeenStory(
            item.Id,
            item.Title,
            item.Link,
            new DateTimeOffset(item.PublishingDate!.Value.ToUniversalTime()).ToUnixTimeSeconds()));

    public static IEnumerable<SeenStory> ByServiceModel(string document)
    {
        using var reader = XmlReader.Create(new StringReader(document));
        return [.. SyndicationFeed.Load(reader).Items.Select(item => new SeenStory(
            item.Id, item.Title.Text,
            item.Links.First(link => link.RelationshipType is null or "alternate").Uri.OriginalString, item.PublishDate
                .ToUnixTimeSeconds()))];
    }
}
