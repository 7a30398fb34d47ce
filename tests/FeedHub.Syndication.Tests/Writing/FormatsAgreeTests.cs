using System.Globalization;
using System.Text.Json;
using CodeHollow.FeedReader;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Writing;
using static FeedHub.Syndication.Tests.Writing.Samples;

namespace FeedHub.Syndication.Tests.Writing;

/// <summary>The three formats say the same, to a reader program that is not ours.</summary>
public class FormatsAgreeTests
{
    private static readonly MergedFeed TheFeed = Feed(
    [
        Full(),
        .. Enumerable.Range(2, 20).Select(number => Plain(number) with
        {
            Url = $"https://antara.example/{number}?a=1&b=2",
            Title = $"Judul “{number}” & 日本 👍",
        }),
    ]);

    private sealed record Seen(string? Id, string? Title, string? Link, DateTime? Published);

    [Fact]
    public void Entries_AgreeOnNumberIdsTitlesLinksAndDates()
    {
        var rss = Read(RssWriter.Write(TheFeed));
        Assert.Equal(21, rss.Length);
        Assert.Equal(rss, Read(AtomWriter.Write(TheFeed)));
        Assert.Equal(rss, ReadJson(JsonFeedWriter.Write(TheFeed)));
        Assert.Equal(TheFeed.Entries.Select(entry => new Seen(entry.Id, entry.Title, entry.Url, entry.Published.UtcDateTime)), rss);
    }

    [Fact]
    public void AlsoIn_IsTheLastParagraphInAllThree()
    {
        const string paragraph = """<p>Juga di: <a href="https://tempo.example/x?a=1&amp;b=%222%22">Tempo</a>, Detik &lt;id&gt;</p>""";
        foreach (var body in Bodies(Full()))
            Assert.EndsWith($"utuh.</p><div class=\"feedhub-more\">{paragraph}</div>", body, StringComparison.Ordinal);
    }

    [Fact]
    public void AlsoIn_WithoutContent_FollowsTheSummary()
    {
        foreach (var body in Bodies(Full() with { ContentHtml = null }))
            Assert.StartsWith(
                "<div class=\"feedhub-more\"><p>Harga naik &amp; turun: 1 &lt; 2.</p><p>Juga di: <a href=", body, StringComparison.Ordinal);
    }

    [Fact]
    public void AlsoIn_NamesASourceOnce() => Assert.EndsWith(
        "<p>Also in: Tempo</p></div>",
        Bodies(Plain() with { Also = [new("1", null, "x", Tempo, Reason.Sentence("")), new("2", null, "y", Tempo, Reason.Sentence(""))] })[
            0],
        StringComparison.Ordinal);

    [Fact]
    public void EqualValues_GiveEqualBytes()
    {
        var again = Feed([Full(), .. TheFeed.Entries.Skip(1).Select(entry => entry with { })]);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            var first = Writers.Select(write => write(TheFeed)).ToArray();
            CultureInfo.CurrentCulture = new CultureInfo("th-TH");
            Assert.Equal(first, Writers.Select(write => write(again)));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Documents_BeginWithoutByteOrderMarkAndEndTheirLinesAlike()
    {
        foreach (var bytes in Writers.Select(write => write(TheFeed)))
        {
            Assert.Contains((char)bytes[0], "<{");
            Assert.DoesNotContain((byte)'\r', bytes);
        }
    }

    internal static readonly Func<MergedFeed, byte[]>[] Writers = [RssWriter.Write, AtomWriter.Write, JsonFeedWriter.Write];

    internal static string[] Bodies(MergedEntry entry)
    {
        var feed = Feed(entry);
        return
        [
            Strict(RssWriter.Write(feed)).Descendants(Content + "encoded").Single().Value,
            Strict(AtomWriter.Write(feed)).Descendants(Atom + "content").Single().Value,
            JsonDocument.Parse(JsonFeedWriter.Write(feed)).RootElement.GetProperty("items")[0].GetProperty("content_html").GetString()!,
        ];
    }

    private static Seen[] Read(byte[] bytes) =>
        [.. FeedReader.ReadFromString(Text(bytes)).Items
            .Select(item => new Seen(item.Id, item.Title, item.Link, item.PublishingDate?.ToUniversalTime()))];

    private static Seen[] ReadJson(byte[] bytes) =>
        [.. JsonDocument.Parse(bytes).RootElement.GetProperty("items").EnumerateArray().Select(item => new Seen(
            item.GetProperty("id").GetString(),
            item.GetProperty("title").GetString(),
            item.GetProperty("url").GetString(),
            item.GetProperty("date_published").GetDateTimeOffset().UtcDateTime))];
}
