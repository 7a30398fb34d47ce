using System.Globalization;

namespace FeedHub.Syndication.Tests.Reading;

/// <summary>No date costs an item, and what is lost is counted.</summary>
public class LostItemsTests
{
    [Theory]
    [InlineData("٢٠٢٦-١١-٠٣ ٠٨:٣٠:٠٠", "2026-11-03 08:30")]
    [InlineData("Tue, 03 Nov 2026 15:30:00 +०७००", "2026-11-03 08:30")]
    [InlineData("９９９９－１２－３１ ２４：００：００", null)]
    [InlineData("9999-366", null)]
    [InlineData("٩٩/٩٩/٩٩٩٩", null)]
    public void ADateInAnyDigits_CostsNoItem(string date, string? expected)
    {
        var item = Feeds.RssItem($"<title>Panen raya</title><pubDate>{date}</pubDate>");
        Assert.Equal("Panen raya", item.Title);
        Assert.Equal(expected, item.Published?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void LostItemsAreCounted_AndTheFirstAreNamed()
    {
        var feed = Feeds.Read("""{ "version": "https://jsonfeed.org/version/1.1", "items": [null, { "id": "1", "title": "Satu" }, 5, "x", true, { "id": "2" }] }""");
        Assert.Equal(["1", "2"], feed.Items.Select(item => item.Id));
        Assert.Equal(
            "4 of 6 items could not be read (item 1: an object belongs here, not null; item 3: an object belongs here, not number; item "
                + "4: an object belongs here, not string; …)",
            Assert.Single(feed.Problems).ToString());
    }
}
