using System.Text;
using System.Text.Json;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Writing;

namespace FeedHub.Syndication.Tests.Writing;

/// <summary>No matter what the store holds, no way out carries more of it than the bounds.</summary>
public class BoundedWritingTests
{
    private static readonly string Endless = string.Concat(Enumerable.Repeat("panjang sekali ", 80_000));
    private static readonly string FarAway = "https://far.example/" + new string('f', 300_000);

    private static readonly EntrySource Source = new("far", Endless, "https://far.example/feed", FarAway)
    {
        Rights = Endless,
        Icon = FarAway
    };

    private static readonly MergedEntry Fat = Samples.Plain() with
    {
        Title = Endless,
        Url = FarAway,
        Authors = [.. Enumerable.Range(0, 5000).Select(n => $"Author {n}"), Endless],
        PublisherCategories = [Endless, .. Enumerable.Range(0, 5000).Select(n => $"Word {n}")],
        Image = new(FarAway),
        Enclosures = [.. Enumerable.Range(0, 5000).Select(n => new Enclosure($"https://far.example/{n}.mp3", "audio/mpeg", 1))],
        Language = "id",
        Source = Source,
        Categories = [new("sport", null, "Sport", 0.9, Reason.Sentence(Endless))],
        Also = [.. Enumerable.Range(0, 120).Select(n => new AlsoIn($"{n}{Endless}", FarAway, Endless, Source, Reason.Sentence(Endless)))],
    };

    public static TheoryData<string> Formats => ["rss", "atom", "json"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void AnEntry_IsAtMostSomeHundredKilobytes_WithItsTitleCut(string format)
    {
        var feed = Samples.Feed(Fat) with { Title = Endless, Description = Endless };
        var document = Encoding.UTF8
            .GetString(format switch { "rss" => RssWriter.Write(feed), "atom" => AtomWriter.Write(feed), _ => JsonFeedWriter.Write(feed) });
        Assert.InRange(document.Length, 10_000, 600_000);
        Assert.DoesNotContain(FarAway, document, StringComparison.Ordinal);
        Assert.Contains(Bounds.Cut(Endless)[..^1], document, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void AnEntrysLists_HaveAHundredMembersAtMost_WithWhatFeedHubAdds(string format)
    {
        var feed = Samples.Feed(Fat with { Source = Source with { Title = "Far" } });
        Assert.Equal((100, 100), format switch
        {
            "rss" => Count(RssWriter.Write(feed), "<category", "<media:credit"),
            "atom" => Count(AtomWriter.Write(feed), "<category", "<media:credit"),
            _ => Members(JsonFeedWriter.Write(feed)),
        });
    }

    [Fact]
    public void EveryListOfAnEntry_HasAHundredMembersAtMost_InEveryFormat()
    {
        var feed = Samples.Feed(Fat);
        var item = Samples.Strict(RssWriter.Write(feed)).Descendants("item").Single();
        var entry = Samples.Strict(AtomWriter.Write(feed)).Descendants(Samples.Atom + "entry").Single();
        using var json = JsonDocument.Parse(JsonFeedWriter.Write(feed));
        var members = json.RootElement.GetProperty("items")[0];
        Assert.Equal((100, 100), (item.Elements("category").Count(), entry.Elements(Samples.Atom + "category").Count()));
        Assert.Equal((100, 100), (item.Elements(Samples.Media + "credit").Count(), entry.Elements(Samples.Media + "credit").Count()));
        Assert.Equal((100, 100, 100), (members.GetProperty("tags").GetArrayLength(), members.GetProperty("_feedhub").GetProperty("authors")
            .GetArrayLength(), members.GetProperty("attachments").GetArrayLength()));
        Assert.Equal("Sport", members.GetProperty("tags")[0].GetString());
    }

    [Fact]
    public void AnAddressThatEncodingMakesTooLong_IsLeftOut()
    {
        var feed = Samples.Feed(Samples.Plain() with
        {
            Url = "https://far.example/" + new string('é', 1500),
            Image = new(
            "https://far.example/" + new string('ł', 4000))
        });
        using var json = JsonDocument.Parse(JsonFeedWriter.Write(feed));
        var item = json.RootElement.GetProperty("items")[0];
        Assert.Equal(Samples.Plain().StoryUrl, item.GetProperty("url").GetString());
        Assert.False(item.TryGetProperty("image", out _));
    }

    [Fact]
    public void OtherItemsOfAStory_HaveIdsThatStillTellThemApart()
    {
        using var document = JsonDocument.Parse(JsonFeedWriter.Write(Samples.Feed(Fat)));
        var also = document.RootElement.GetProperty("items")[0].GetProperty("_feedhub").GetProperty("also").EnumerateArray()
            .Select(a => a.GetProperty("id").GetString()!)
            .ToList();
        Assert.Equal(100, also.Distinct().Count());
        Assert.All(also, id => Assert.Matches("^sha256:[0-9a-f]{64}$", id));
    }

    [Fact]
    public void SubscriptionListsAndNotices_AreBoundedToo()
    {
        var list = OpmlWriter.Write(Endless, [new OpmlSource(Endless, "https://far.example/feed", FarAway, [], null)]);
        Assert.InRange(list.Length, 1000, 5000);
        var notices = NoticeWriter.Write(new(
            "https://hub.example/h",
            Endless,
            "https://hub.example/h",
            "https://hub.example/",
            [new("urn:x:1", Endless, Endless, DateTimeOffset.UnixEpoch, "https://hub.example/")]));
        Assert.InRange(notices.Length, 1000, 6000);
    }

    private static (int Categories, int Authors) Count(byte[] xml, string category, string author)
    {
        var text = Encoding.UTF8.GetString(xml);
        var entry = text[Math.Max(text.IndexOf("<entry", StringComparison.Ordinal), text.IndexOf("<item", StringComparison.Ordinal))..];
        return (entry.Split(category).Length - 1, entry.Split(author).Length - 1);
    }

    private static (int Categories, int Authors) Members(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var item = document.RootElement.GetProperty("items")[0];
        var byline = item.GetProperty("authors").EnumerateArray().Single().GetProperty("name").GetString()!;
        Assert.EndsWith("…, Far", byline, StringComparison.Ordinal);
        Assert.InRange(byline.Length, 950, 1000);
        return (item.GetProperty("tags").GetArrayLength(), item.GetProperty("_feedhub").GetProperty("authors").GetArrayLength());
    }
}
