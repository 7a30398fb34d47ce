using System.Net;
using FeedHub.Demo;
using FeedHub.Model.Sources;

namespace FeedHub.Tests.Demo;

public sealed class NewsroomMannersTests
{
    [Fact]
    public async Task TheClosedPublisher_Answers410()
    {
        await using var room = await OpenNewsroom.StartAsync();
        using var answer = await room.GetAsync("/old-gazette/rss");
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Fact]
    public async Task TheFailingPublisher_IsUnavailableForHalfAMinuteAndSaysHowLong()
    {
        await using var room = await OpenNewsroom.StartAsync();
        async Task<HttpResponseMessage> Poll() => await room.GetAsync("/world-desk/rss");

        using var well = await Poll();
        room.Time.Advance(TimeSpan.FromSeconds(70));
        using var down = await Poll();
        room.Time.Advance(down.Headers.RetryAfter!.Delta!.Value);
        using var again = await Poll();

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK],
            [well.StatusCode, down.StatusCode, again.StatusCode]);
        Assert.Equal(TimeSpan.FromSeconds(20), down.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task TheSlowPublisher_AnswersOnlyAfterItsClockMoved()
    {
        await using var room = await OpenNewsroom.StartAsync();
        using var answer = await room.PollAsync(Publishers.Of("harbour-wire"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(room.Time.GetUtcNow() - OpenNewsroom.Start >= TimeSpan.FromSeconds(2.5));
    }

    [Fact]
    public async Task EveryPage_OfEveryItem_IsThere()
    {
        await using var room = await OpenNewsroom.StartAsync();
        var desk = new Newsdesk(OpenNewsroom.Start, room.Newsroom.Address);
        var editions = Publishers.All.Select(publisher => desk.EditionOf(publisher, OpenNewsroom.Start)).ToList();
        var addresses = editions.SelectMany(edition => edition.Items).SelectMany(Linked).ToHashSet();

        Assert.True(addresses.Count > 150);
        foreach (var address in addresses)
        {
            using var page = await room.GetAsync(address);
            Assert.True(page.StatusCode == HttpStatusCode.OK, address);
        }
    }

    [Theory]
    [InlineData("/kabar-nusantara/berita/1999999/belum-terbit")]
    [InlineData("/kabar-nusantara/berita/999999999999999999/bukan")]
    [InlineData("/touchline/news/1000000/taken-by-others")]
    public async Task APage_ThatWasNotPrinted_Is404(string path)
    {
        await using var room = await OpenNewsroom.StartAsync();
        using var page = await room.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [Fact]
    public async Task EveryFrontPage_NamesItsFeed()
    {
        await using var room = await OpenNewsroom.StartAsync();
        foreach (var publisher in Publishers.All.Where(publisher => publisher.Kind == SourceKind.Feed))
        {
            using var page = await room.GetAsync(NewsroomAddresses.FrontPath(publisher));
            var html = await page.Content.ReadAsStringAsync();
            Assert.Contains($"href=\"{new Uri(room.Newsroom.Address, publisher.Path)}\"", html);
            Assert.Contains("rel=\"alternate\"", html);
        }
    }

    private static IEnumerable<string> Linked(NewsItem item)
    {
        yield return item.Url;
        if (item.Picture is { } picture)
            yield return picture.Url.ToString();
        if (item.Html.Split("<a href=\"") is [_, var rest, ..])
            yield return rest.Split('"')[0];
    }
}
