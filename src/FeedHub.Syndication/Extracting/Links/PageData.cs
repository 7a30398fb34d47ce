using System.Text.Json;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Extracting.Links;

/// <summary>What the data in a page or an answer, written for its own programs, says of feeds.</summary>
public static partial class PageData
{
    private const int Most = 5;

    /// <summary>Addresses that it calls those of feeds, at most five.</summary>
    public static IReadOnlyList<string> Feeds(string text) =>
        [.. FeedAddress().Matches(text).Select(match => Unescaped(match.Groups[1].Value)).OfType<string>().Distinct().Take(Most)];

    /// <summary>The id of the YouTube channel whose page, or whose video's page, it is; or null.</summary>
    public static string? Channel(string html) =>
        new[] { ChannelMeta(), ChannelLink(), ExternalId(), ChannelId() }.Select(place => place.Match(html))
            .FirstOrDefault(match => match.Success)?.Groups[1].Value;

    /// <summary>The id of the SoundCloud user whose page it is, or null.</summary>
    public static string? SoundUser(string html) => SoundUserId().Match(html) is { Success: true } match ? match.Groups[1].Value : null;

    private static string? Unescaped(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<string>($"\"{json}\"");
        }
        catch (JsonException)
        {
            // Not written as JSON is: then it is not an address that the page's programs could use.
            return null;
        }
    }

    [GeneratedRegex(
        @"""(?:feed_?url|rss_?url|rss_?feed(?:_?url)?|xml_?url)""\s*:\s*""(https?:[^""\s]{4,1000})""",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex FeedAddress();

    [GeneratedRegex(@"<meta\s+itemprop=""(?:channelId|identifier)""\s+content=""(UC[\w-]{22})""", RegexOptions.NonBacktracking)]
    private static partial Regex ChannelMeta();

    [GeneratedRegex(
        @"<link\s+rel=""canonical""\s+href=""https://www\.youtube\.com/channel/(UC[\w-]{22})""",
        RegexOptions.NonBacktracking)]
    private static partial Regex ChannelLink();

    [GeneratedRegex(@"""externalId""\s*:\s*""(UC[\w-]{22})""", RegexOptions.NonBacktracking)]
    private static partial Regex ExternalId();

    [GeneratedRegex(@"""channelId""\s*:\s*""(UC[\w-]{22})""", RegexOptions.NonBacktracking)]
    private static partial Regex ChannelId();

    [GeneratedRegex(@"soundcloud:(?://)?users:(\d{1,20})", RegexOptions.NonBacktracking)]
    private static partial Regex SoundUserId();
}
