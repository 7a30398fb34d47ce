using System.Net;
using FeedHub.Categories;
using FeedHub.Tests.Access;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Dashboard;

/// <summary>The page of categories over plain HTTP, without JavaScript.</summary>
public sealed class CategoriesPageTests : IAsyncLifetime
{
    private const string Page = "/hangfire/categories";

    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", Feeds.Rss("Alpha",
            new Written("guid-1", "https://alpha.example/1", "Troops of Pyongyang", Ago(1), "Seen in Kursk.", "Headline"),
            new Written("guid-2", "https://alpha.example/2", "The derby", Ago(2), "Two to one.", "Olahraga"),
            new Written("guid-3", "https://alpha.example/3", "A quiet day", Ago(3), "Nothing happened.", "Headline"),
            new Written("guid-4", "https://alpha.example/4", "Another day", Ago(4), "Pyongyang is quiet.", "Zonk &amp;lt;b&amp;gt;")));
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AnEmptyPage_SaysWhatToDoNext()
    {
        await using var service = await StartAsync("");
        var html = await service.Client.GetStringAsync(Page);
        Assert.Contains("They come with the first polls", html, StringComparison.Ordinal);
        Assert.Contains("There are none. Try one", html, StringComparison.Ordinal);
        Assert.Contains("shipped with FeedHub", html, StringComparison.Ordinal);
        Assert.Contains("medtop:17000000", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLeastCertainty_IsShown_MovedAndGivenBack_AndMeansItemsThatAreTaggedAgain()
    {
        await using var service = await StartAsync("");
        Assert.Contains("0.80 to 0.84, by language and kind of text", await service.Client.GetStringAsync(Page), StringComparison.Ordinal);
        using (var refused = await service.SendFormAsync(Page, Page + "/threshold", ("value", "1.5")))
            Assert.Contains("write a number from 0 to 1", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal($"{Page}?done=threshold#threshold", await service.DoAsync(Page, Page + "/threshold", ("value", "0.95")));
        Assert.Equal(0.95, service.Services.GetRequiredService<Taggers>().Threshold);
        Assert.Contains("<strong>0.95</strong>", await service.Client.GetStringAsync(Page), StringComparison.Ordinal);
        Assert.NotEmpty(await service.Services.GetRequiredService<Retagging>().LatestAsync(1, default));
        await service.DoAsync(Page, Page + "/threshold", ("value", ""));
        Assert.Null(service.Services.GetRequiredService<Taggers>().Threshold);
    }

    [Fact]
    public async Task ThePage_HasItsPlaceInTheMenu_AndIsForAdminsOnly()
    {
        await using var service = await StartAsync("");
        Assert.Contains("href=\"/hangfire/categories\"", await service.Client.GetStringAsync("/hangfire"), StringComparison.Ordinal);
        foreach (var address in (string[])[Page, Page + "/labels.jsonl"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
            using var answer = await service.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("words")]
    [InlineData("words/forget")]
    [InlineData("try")]
    [InlineData("dry-run")]
    [InlineData("rules")]
    [InlineData("rules/delete")]
    [InlineData("correct")]
    [InlineData("withdraw")]
    [InlineData("retag")]
    [InlineData("train")]
    [InlineData("threshold")]
    [InlineData("model")]
    public async Task APostWithoutItsToken_IsRefused(string action)
    {
        await using var service = await StartAsync("");
        using var answer = await service.Client
            .PostAsync($"{Page}/{action}", new FormUrlEncodedContent([new("word", "x"), new("slug", "sport"), new("item", "1")]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task UnknownWords_AreListedMostFrequentFirst_AndOneClickMapsOne()
    {
        await using var service = await StartPolledAsync();
        var html = await service.Client.GetStringAsync(Page);
        Assert.True(html.IndexOf(">Headline</bdi></strong>", StringComparison.Ordinal) is > 0 and var first
            && first < html.IndexOf(">Zonk &lt;b&gt;</bdi></strong>", StringComparison.Ordinal), "Headline comes first");
        Assert.DoesNotContain(">Olahraga</bdi>", html, StringComparison.Ordinal);
        var row = html.Split(">Headline</bdi></strong>")[1].Split("</td>")[0];
        Assert.Contains("<bdi dir=\"auto\">Troops of Pyongyang</bdi></a>", row, StringComparison.Ordinal);
        Assert.DoesNotContain("A quiet day", row, StringComparison.Ordinal);

        Assert.Equal($"{Page}?done=mapped#words", await service.DoAsync(Page, Page + "/words", ("word", "Headline"), ("slug", "politics")));
        await RetaggedAsync(service);
        Assert.Equal(2, (await service.ItemsOf("/api/stories?category=politics")).Count);
        Assert.DoesNotContain("aria-label=\"Map Headline\"", await service.Client.GetStringAsync(Page), StringComparison.Ordinal);

        await service.DoAsync(Page, Page + "/words/forget", ("word", "Headline"));
        await RetaggedAsync(service);
        Assert.Empty(await service.ItemsOf("/api/stories?category=politics"));
    }

    [Fact]
    public async Task AWordThatMeansNothing_IsAskedAboutNoMore()
    {
        await using var service = await StartPolledAsync();
        await service.DoAsync(Page, Page + "/words", ("word", "HEADLINE"), ("slug", "none"));
        Assert.DoesNotContain("aria-label=\"Map Headline\"", await service.Client.GetStringAsync(Page), StringComparison.Ordinal);
        using var answer = await service.SendFormAsync(Page, Page + "/words", ("word", "Zonk"), ("slug", "sprot"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("&#x27;sprot&#x27; is unknown", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWord_IsProposedForAnAliasOnlyByTwentyItems_AndTheTradeIsShownFromFifty()
    {
        _newsroom.Serve("/a", Feeds.Rss("Alpha", [.. Enumerable.Range(0, 99).Select(i => new Written(
            $"guid-{i}", $"https://alpha.example/{i}", $"Piece {i} of the match", Ago(1 + (i % 20)), $"Goal number {i}.",
            i < 19 ? "Nineteen" : i < 39 ? "Twenty" : "Olahraga"))]));
        await using var service = await StartPolledAsync(
            """, "categories": [ { "slug": "sport", "any": [ "match" ] } ]""");
        var html = await service.Client.GetStringAsync(Page);
        Assert.Contains("Counted on 60 of", html, StringComparison.Ordinal);
        Assert.Contains("selected", ChoiceOf(html, "Twenty"), StringComparison.Ordinal);
        Assert.DoesNotContain("selected", ChoiceOf(html, "Nineteen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARule_IsShownWithWhatItMatched()
    {
        await using var service = await StartPolledAsync(Rule("Pyongyang"));
        var html = await service.Client.GetStringAsync(Page);
        Assert.Contains("any of Pyongyang", html, StringComparison.Ordinal);
        Assert.Contains("2 items</td>", html, StringComparison.Ordinal);
        Assert.Contains("in title, text", html, StringComparison.Ordinal);
        using var visitor = new Guest(service, ("Accept-Language", "id"));
        var indonesian = await visitor.PageAsync(Page);
        Assert.Contains("di judul, isi", indonesian, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADryRun_TellsWhatARuleWouldAddAndRemove_AndChangesNothing()
    {
        await using var service = await StartPolledAsync(Rule("Pyongyang"));
        var beside = await service.ShowAsync(
            Page,
            Page + "/dry-run",
            ("slug", "korea"),
            ("any", "derby\n\"quiet day\""),
            ("in", "title"),
            ("mode", "beside"));
        Assert.Contains("add its category to <strong>2</strong> and take it from <strong>0</strong>", beside, StringComparison.Ordinal);
        var inPlace = await service.ShowAsync(
            Page,
            Page + "/dry-run",
            ("slug", "korea"),
            ("any", "Kursk, derby"),
            ("in", "title"),
            ("in", "text"),
            ("mode", "replace"));
        Assert.Contains("add its category to <strong>1</strong> and take it from <strong>1</strong>", inPlace, StringComparison.Ordinal);
        Assert.Contains("&quot;any&quot;:[&quot;Kursk&quot;,&quot;derby&quot;]", inPlace, StringComparison.Ordinal);
        Assert.Equal(2, (await service.ItemsOf("/api/stories?category=korea")).Count);
    }

    [Theory]
    [InlineData("South Korea", "x", "south-korea")]
    [InlineData("korea", "", "nothing to look for")]
    [InlineData("korea", "--", "can match nothing")]
    public async Task ABadRuleInADryRun_SaysWhatToWrite_AndKeepsWhatWasTyped(string slug, string any, string says)
    {
        await using var service = await StartAsync("");
        using var answer = await service.SendFormAsync(
            Page,
            Page + "/dry-run",
            ("slug", slug),
            ("any", any),
            ("none", "<b>kept</b>"),
            ("in", "title"),
            ("mode", "beside"));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(says, html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;kept&lt;/b&gt;", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guid-2")]
    [InlineData("https://alpha.example/2?utm_source=x")]
    [InlineData("STORY")]
    public async Task AnItem_IsTried_ByIdAddressOrStory(string item)
    {
        await using var service = await StartPolledAsync();
        var story = (await service.ItemsOf("/api/stories"))[1].GetProperty("id").GetInt64();
        var html = await service.ShowAsync(Page, Page + "/try", ("item", item == "STORY" ? $"{service.Address}/stories/{story}" : item));
        Assert.Contains("The derby</bdi></a>", html, StringComparison.Ordinal);
        Assert.Contains("publisher category &#x27;Olahraga&#x27;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AText_IsTried_AndAnUnknownItemIsSaidToBeOne()
    {
        await using var service = await StartPolledAsync(Rule("Pyongyang"));
        var html = await service.ShowAsync(Page, Page + "/try", ("title", "A <i>parade</i>"), ("text", "Tanks in Pyongyang & more."));
        Assert.Contains("&quot;Pyongyang&quot; in the text", html, StringComparison.Ordinal);
        using var answer = await service.SendFormAsync(Page, Page + "/try", ("item", "nobody's"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task ACorrectionByForm_IsShown_AndTakenBack()
    {
        await using var service = await StartPolledAsync();
        var story = (await service.ItemsOf("/api/stories"))[0].GetProperty("id").GetInt64()
            .ToString(System.Globalization.CultureInfo.InvariantCulture);
        await service.DoAsync(
            Page,
            Page + "/correct",
            ("story", story),
            ("primary", "conflict"),
            ("slug", "politics"),
            ("slug", "conflict"));
        var html = await service.Client.GetStringAsync($"{Page}?item={story}");
        Assert.Contains("set by an editor", html, StringComparison.Ordinal);
        Assert.Contains("You have corrected 1 story", html, StringComparison.Ordinal);
        Assert.Equal("conflict politics", string.Join(' ', (await service.ItemsOf("/api/stories"))[0].GetProperty("categories")
            .EnumerateArray()
            .Select(c => c.GetProperty("slug").GetString())));
        await service.DoAsync(Page, Page + "/withdraw", ("story", story));
        Assert.DoesNotContain("set by an editor", await service.Client.GetStringAsync($"{Page}?item={story}"), StringComparison.Ordinal);
    }

    private static DateTimeOffset Ago(double hours) => DateTimeOffset.UtcNow.AddHours(-hours);

    private static string Rule(string word) => $$""", "categories": [ { "slug": "korea", "any": ["{{word}}"] } ]""";

    private static Task RetaggedAsync(TestService service) => TestService.UntilAsync(
        async () => (await service.Services.GetRequiredService<Retagging>().LatestAsync(1, CancellationToken.None))[0],
        retag => retag.FinishedAt is not null);

    private async Task<TestService> StartPolledAsync(string more = "")
    {
        var service = await StartAsync(more);
        await service.PollAsync("alpha");
        return service;
    }

    private static string ChoiceOf(string html, string word) =>
        html.Split($"aria-label=\"Category of {word}\"")[1].Split("</select>")[0];

    private Task<TestService> StartAsync(string more) => TestService.StartAsync(
        _folder, $$"""{ "sources": [ {{Feeds.Source(_newsroom.Url("/a"), "Alpha")}} ] {{more}} }""");
}
