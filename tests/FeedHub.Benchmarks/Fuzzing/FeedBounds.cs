using System.Globalization;
using FeedHub.Syndication;
using FeedHub.Syndication.Reading;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>The bounds that programs outside rely on: 1,000 characters of a line, 100 members of a list.</summary>
internal static class FeedBounds
{
    private const int Line = 1000;
    private const int List = 100;

    public static IEnumerable<Finding> Broken(ParsedFeed feed)
    {
        var notes = feed.Problems.Concat(feed.Repairs).Select(note => note.ToString());
        string?[] lines = [feed.Title, feed.Description, feed.Rights, feed.Language, .. notes];
        return Lines("feed", lines).Concat(Addresses("feed", [feed.Link, feed.Icon, feed.Self, .. feed.Hubs]))
            .Concat(feed.Items.SelectMany(Broken));
    }

    private static IEnumerable<Finding> Broken(ParsedItem item) =>
    [
        .. Lines("item", [item.Title, item.Language, item.Refused?.Link, .. item.Authors, .. item.Categories, .. item.Enclosures
            .Select(file => file.Type)]),
        .. Addresses(
            "item",
            [item.Url, item.OriginalUrl, item.Image?.Url, item.BaseUrl?.OriginalString, .. item.Enclosures.Select(file => file.Url)]),
        .. new[] { ("authors", item.Authors.Count), ("categories", item.Categories.Count), ("attachments", item.Enclosures.Count) }
            .Where(list => list.Item2 > List)
                .Select(list => new Finding($"too many {list.Item1}", list.Item2.ToString(CultureInfo.InvariantCulture))),
    ];

    private static IEnumerable<Finding> Lines(string of, IEnumerable<string?> lines) =>
        lines.Where(line => line?.Length > Line).Select(line => new Finding($"line of a {of} beyond its bound", line!));

    private static IEnumerable<Finding> Addresses(string of, IEnumerable<string?> addresses)
    {
        foreach (var address in addresses.OfType<string>())
        {
            if (address.Length > Bounds.Address)
                yield return new($"address of a {of} beyond its bound", address);
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                yield return new($"address of a {of} is not a web address", address);
        }
    }
}
