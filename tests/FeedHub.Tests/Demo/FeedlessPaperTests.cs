using System.Text.Json;
using FeedHub.Articles;
using FeedHub.Demo;
using FeedHub.Model.Sources;
using FeedHub.Syndication.Extracting.Lists;
using FeedHub.Syndication.Reading;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Demo;

/// <summary>The paper without a feed: its front page lists articles, and their pages have the texts.</summary>
public sealed class FeedlessPaperTests
{
    // "Redaksi" is the whole newsroom and names nobody.
    private const string Nobody = "Redaksi";

    private static readonly Publisher Paper = Publishers.All.Single(publisher => publisher.Kind == SourceKind.Page);

    [Fact]
    public async Task ItsFrontPage_NamesNoFeed_AndFeedHubProposesEveryArticleOnIt()
    {
        await using var room = await OpenNewsroom.StartAsync();
        using var answer = await room.PollAsync(Paper);
        var body = await answer.Content.ReadAsByteArrayAsync();
        var page = ListPage.Parse(body, new()
        {
            BaseUrl = new(room.Newsroom.Address, Paper.Path),
            ContentType = answer.Content.Headers.ContentType!.ToString(),
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(Paper.Clock.Zone),
            Now = OpenNewsroom.Start,
        });

        var printed = EditionOf(room).Items;
        var entries = page.Read(page.Propose().Selectors!);
        Assert.DoesNotContain("rel=\"alternate\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(printed.Select(item => (item.Url, item.Title)), entries.Select(entry => (entry.Url, entry.Title)));
    }

    [Fact]
    public async Task ThroughTheService_ItsStoriesComeOut_WithWholeTexts_DatesAndReporters()
    {
        await using var room = await OpenNewsroom.StartAsync();
        using var folder = new TempFolder();
        await using var service = await TestService.StartAsync(
            folder, Alone(room.Newsroom.FeedsJson), room.Time, settings: "--FeedHub:Articles:HostGap=00:00:00");
        var printed = EditionOf(room).Items;

        Assert.StartsWith($"200, {printed.Count} new", await service.PollAsync("warta-lembah"), StringComparison.Ordinal);
        await ReadPagesAsync(service);

        var entries = (await service.ItemsOf("/feed.json?limit=100")).ToDictionary(entry => entry.GetProperty("url").GetString()!);
        Assert.All(printed, item => Assert.All(
            ParagraphsOf(item), text => Assert.Contains(text, TextOf(entries[item.Url]), StringComparison.Ordinal)));
        Assert.All(printed.Where(item => item.Author != Nobody), item => Assert.Equal(
            [item.Author], AuthorsOf(entries[item.Url])));
        Assert.All(printed, item => Assert.InRange(
            item.Published - entries[item.Url].GetProperty("date_published").GetDateTimeOffset(), TimeSpan.Zero, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task WhenTimePasses_ItsNextPoll_BringsOnlyWhatIsNew()
    {
        await using var room = await OpenNewsroom.StartAsync();
        using var folder = new TempFolder();
        await using var service = await TestService.StartAsync(folder, Alone(room.Newsroom.FeedsJson), room.Time);
        await service.PollAsync("warta-lembah");
        var known = EditionOf(room).Items.Select(item => item.Url);
        Assert.StartsWith("304", await service.PollAsync("warta-lembah"), StringComparison.Ordinal);

        room.Time.Advance(TimeSpan.FromMinutes(4));
        var fresh = EditionOf(room).Items.Select(item => item.Url).Except(known).Count();

        Assert.True(fresh > 0);
        Assert.StartsWith($"200, {fresh} new", await service.PollAsync("warta-lembah"), StringComparison.Ordinal);
    }

    private static PublisherEdition EditionOf(OpenNewsroom room) =>
        new Newsdesk(OpenNewsroom.Start, room.Newsroom.Address).EditionOf(Paper, room.Time.GetUtcNow());

    // The demo's feeds.json without the others.
    private static string Alone(string feeds)
    {
        using var document = JsonDocument.Parse(feeds);
        var source = document.RootElement.GetProperty("sources").EnumerateArray()
            .Single(source => source.GetProperty("title").GetString() == Paper.Title);
        return $$"""{ "sources": [ {{source.GetRawText()}} ] }""";
    }

    private static async Task ReadPagesAsync(TestService service)
    {
        var turns = service.Services.GetRequiredService<PageTurns>();
        for (var read = 0; read < 100 && await turns.NextAsync("127.0.0.1", CancellationToken.None) is not null; read++)
            continue;
    }

    private static IEnumerable<string> AuthorsOf(JsonElement entry) =>
        entry.GetProperty("_feedhub").GetProperty("authors").EnumerateArray().Select(name => name.GetString()!);

    private static string TextOf(JsonElement entry) => HtmlText.ToPlainText(entry.GetProperty("content_html").GetString()!);

    // The link to another item and the empty line of a category are not part of the article.
    private static IEnumerable<string> ParagraphsOf(NewsItem item) => item.Html.Split('\n')
        .Where(line => !line.Contains("BACA JUGA", StringComparison.Ordinal) && !line.Contains("Kategori", StringComparison.Ordinal))
        .Select(HtmlText.ToPlainText);
}
