using System.Net;
using System.Text;
using System.Text.Json;
using FeedHub.Access;
using FeedHub.Hub;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Access;

/// <summary>A hub that is closed: readers come in with a key, people sign in, and nobody else learns anything.</summary>
public sealed class ClosedHubTests : IDisposable
{
    // Doors of their own, and files that say nothing of any story.
    private static readonly string[] Others =
        ["assets", "favicon.ico", "favicon.svg", "hangfire", "health.atom", "healthz", "metrics", "offline", "robots.txt",
            "service-worker.js", "setup", "sign-in", "signout-oidc", "websub"];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Found in the routes: an address that is new is closed by itself.
    [Fact]
    public async Task EveryAddressOfReaders_AsksForAKey_AndOpensWithIt()
    {
        await using var service = await StartAsync();
        var key = await KeyAsync(service, "reader");
        var addresses = service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAuthorizeData>() is null
                && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/').Replace("{id:long}", "1", StringComparison.Ordinal)
                .Replace("{id}", "1", StringComparison.Ordinal).Replace("{name}", "alpha.0", StringComparison.Ordinal))
            .Where(path => !path.Contains('{', StringComparison.Ordinal) && !Others.Contains(path.Split('/')[1])).Append("/FEED.rss")
                .Append("/nothing").Distinct().ToList();
        Assert.True(addresses.Count > 15, string.Join(", ", addresses));
        Assert.Contains("/icons/alpha.0", addresses);
        using var picture = new HttpRequestMessage(HttpMethod.Get, "/icons/alpha.0") { Headers = { { "Sec-Fetch-Dest", "image" } } };
        using var icon = await service.Client.SendAsync(picture);
        Assert.Equal("Bearer", icon.Headers.WwwAuthenticate.Single().Scheme);
        foreach (var address in addresses)
        {
            using var refused = await service.Client.GetAsync(address);
            Assert.True(refused.StatusCode == HttpStatusCode.Unauthorized, $"{address}: {refused.StatusCode}");
            Assert.Equal("Basic", refused.Headers.WwwAuthenticate.First().Scheme);
            using var opened = await service.Client.GetAsync($"{address}?key={key}");
            Assert.True(address.StartsWith("/api/", StringComparison.Ordinal)
                || opened.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden),
                $"{address}: {opened.StatusCode}");
            Assert.True(opened.Headers.CacheControl is { Public: false }, address);
        }
    }

    [Fact]
    public async Task CachedBytes_AreForThoseWithAKeyAlone_AndSayThatTheyArePrivate()
    {
        await using var service = await StartAsync();
        var key = await KeyAsync(service, "reader");
        foreach (var _ in (int[])[1, 2])
        {
            using var feed = await service.Client.GetAsync($"/feed.atom?language=id&key={key}&limit=5");
            Assert.Equal(HttpStatusCode.OK, feed.StatusCode);
            Assert.True(feed.Headers.CacheControl!.Private);
            Assert.Contains("Authorization", feed.Headers.Vary);
            Assert.DoesNotContain(key, await feed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain(key, feed.Headers.ToString(), StringComparison.Ordinal);
            using var stranger = await service.Client.GetAsync("/feed.atom?language=id&limit=5");
            Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
            using var conditional = new HttpRequestMessage(HttpMethod.Get, "/feed.atom?language=id&limit=5");
            conditional.Headers.Add("If-None-Match", feed.Headers.ETag!.ToString());
            using var guessed = await service.Client.SendAsync(conditional);
            Assert.Equal(HttpStatusCode.Unauthorized, guessed.StatusCode);
        }
    }

    [Theory]
    [InlineData("Basic", HttpStatusCode.OK)]
    [InlineData("Bearer", HttpStatusCode.OK)]
    [InlineData("Basic, cut", HttpStatusCode.Unauthorized)]
    [InlineData("?key=, cut", HttpStatusCode.Unauthorized)]
    [InlineData("?key=, twice", HttpStatusCode.Unauthorized)]
    [InlineData("?key=, empty", HttpStatusCode.Unauthorized)]
    public async Task AReaderKey_ComesInTheAddressOrAsAPassword_WholeOnly(string how, HttpStatusCode expected)
    {
        await using var service = await StartAsync();
        var key = await KeyAsync(service, "reader");
        using var request = new HttpRequestMessage(HttpMethod.Get, how switch
        {
            "?key=, cut" => $"/feed.rss?key={key[..^1]}",
            "?key=, twice" => $"/feed.rss?key={key}&key={key}",
            "?key=, empty" => "/feed.rss?key=",
            _ => "/feed.rss",
        });
        if (how.StartsWith('B'))
            request.Headers.TryAddWithoutValidation("Authorization", how == "Bearer" ? $"Bearer {key}"
                : Basic(how == "Basic" ? key : key[..^1]));
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task AReaderKey_OpensNoneOfTheAdminsDoors_AndAKeyOfAnAdminDoesNotStandInAnAddress()
    {
        await using var service = await StartAsync();
        var (reader, admin) = (await KeyAsync(service, "reader"), await KeyAsync(service, "admin"));
        foreach (var address in (string[])["/hangfire/sources", "/api/keys", "/metrics", "/health.atom"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Authorization", $"Bearer {reader}" } } };
            using var answer = await service.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            using var inAddress = await service.Client.GetAsync($"{address}?key={reader}");
            Assert.Equal(HttpStatusCode.Unauthorized, inAddress.StatusCode);
        }

        using var program = new HttpRequestMessage(HttpMethod.Get, "/feed.rss") { Headers = { { "Authorization", $"Bearer {admin}" } } };
        using var asProgram = await service.Client.SendAsync(program);
        using var asReader = await service.Client.GetAsync($"/feed.rss?key={admin}");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (asProgram.StatusCode, asReader.StatusCode));
    }

    // A feed reader that has its key as the password asks again and again: it is not one that guesses passwords.
    [Fact]
    public async Task AReaderKeyAsThePassword_IsNoWrongPassword_AlsoWhereAdminsAreKnown()
    {
        await using var service = await StartAsync();
        var key = await KeyAsync(service, "reader");
        for (var n = 0; n < 20; n++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/sources") { Headers = { { "Authorization", Basic(key) } } };
            using var answer = await service.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var guest = new Guest(service);
        await guest.SignInAsync();
    }

    [Fact]
    public async Task Pages_SendToTheSignIn_WhichLeadsBack_AndThoseWhoOnlyLookMayRead()
    {
        await using var service = await StartAsync();
        using var guest = new Guest(service);
        using var refused = await guest.GetAsync("/?language=id");
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?return=%2F%3Flanguage%3Did"),
            (refused.StatusCode, refused.Headers.Location!.OriginalString));
        Assert.Equal("/?language=id", await guest.SignInAsync(Guest.ViewPassword, "/sign-in?return=%2F%3Flanguage%3Did"));
        Assert.Contains("<html", await guest.PageAsync("/?language=id"), StringComparison.Ordinal);
        foreach (var asked in (string[])["/feed.rss?category=sport&limit=9", "/feeds.opml", "/saved"])
        {
            using var stranger = new Guest(service);
            using var shut = await stranger.GetAsync(asked);
            var signIn = shut.Headers.Location!.OriginalString;
            Assert.Equal($"/sign-in?return={Uri.EscapeDataString(asked)}", signIn);
            Assert.DoesNotContain("href=\"/\"", await stranger.PageAsync(signIn), StringComparison.Ordinal);
            Assert.Equal(asked, await stranger.SignInAsync(Guest.ViewPassword, signIn));
        }

        using var nothing = await guest.GetAsync("/stories/99");
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    [Fact]
    public async Task WithoutAPassword_ThisMachineIsAnAdmin_ButNoReader()
    {
        await using var service = await TestService.StartAsync(_folder, Feeds.Json(), settings: ["--FeedHub:Publishing:Access=closed"]);
        var made = await PostAsync(service, "/api/keys", """{ "name": "mine", "for": "reader" }""");
        using var refused = await service.Client.GetAsync("/feed.json");
        using var opened = await service.Client.GetAsync($"/feed.json?key={made.GetProperty("key").GetString()}");
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (refused.StatusCode, opened.StatusCode));
    }

    [Fact]
    public async Task AnErrorOutsideTheDoor_NamesNoSource()
    {
        await using var service = await TestService.StartAsync(
            _folder,
            Feeds.Json(Feeds.Source("https://news.example/rss", "Inner circular")),
            settings: ["--FeedHub:Publishing:Access=closed"]);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/none");
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        request.Headers.Referrer = new($"{service.Address}/?source=inner-circular&q=words");
        using var answer = await service.Client.SendAsync(request);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("There is no such page", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Inner circular", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATopic_IsSubscribedToWithItsKey_AndEndsWithIt()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        newsroom.Answer("/callback", context =>
            Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(
                context.Response, context.Request.Query["hub.challenge"].ToString()));
        await using var service = await StartAsync();
        var first = await MakeAsync(service, "reader");
        var other = await MakeAsync(service, "reader");
        Assert.Equal(HttpStatusCode.Forbidden, await SubscribeAsync(service, newsroom, "/feed.atom"));
        Assert.Equal(HttpStatusCode.Forbidden, await SubscribeAsync(service, newsroom, "/feed.atom?key=fh_wrong"));
        Assert.Equal(HttpStatusCode.Accepted, await SubscribeAsync(service, newsroom, $"/feed.atom?key={first.Key}"));
        Assert.Equal(HttpStatusCode.Accepted, await SubscribeAsync(service, newsroom, $"/feed.rss?key={other.Key}"));
        await TestService.UntilAsync(() => TopicsAsync(service), topics => topics == "/feed.atom /feed.rss");

        using var revoke =
            new HttpRequestMessage(HttpMethod.Delete, $"/api/keys/{first.Id}") { Headers = { { "Authorization", Basic(Guest.Password) } } };
        using var revoked = await service.Client.SendAsync(revoke);
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        Assert.Equal("/feed.rss", await TopicsAsync(service));
        using var refused = await service.Client.GetAsync($"/feed.atom?key={first.Key}");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task AKeyInATopic_IsStoredNowhereInClear_AndTheCallbackIsAskedAboutTheTopicAsItWasWritten()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        var asked = new System.Collections.Concurrent.ConcurrentQueue<string>();
        newsroom.Answer("/callback", context =>
        {
            asked.Enqueue(context.Request.Query["hub.topic"].ToString());
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        await using var service = await StartAsync();
        var reader = await MakeAsync(service, "reader");
        var topic = $"/feed.atom?key={reader.Key}&category=sport";
        Assert.Equal(HttpStatusCode.Accepted, await SubscribeAsync(service, newsroom, topic));
        await TestService.UntilAsync(() => Task.FromResult(asked), topics => !topics.IsEmpty);

        Assert.All(asked, url => Assert.Equal(service.Address + topic, url));
        await using (var db = await service.DatabaseAsync())
        {
            var request = await db.HubRequests.SingleAsync();
            Assert.DoesNotContain(reader.Key, $"{request.TopicUrl} {request.Topic}", StringComparison.Ordinal);
            Assert.DoesNotContain("feed.atom", request.TopicUrl, StringComparison.Ordinal);
        }

        // Where the keys that it is encrypted with are lost, what is left is the topic.
        var sealedTopics = service.Services.GetRequiredService<SealedTopics>();
        Assert.Equal("https://a.example/feed.atom", sealedTopics.Open("sealed:x", "https://a.example/feed.atom"));
        Assert.Equal("https://a.example/feed.atom?q=key", sealedTopics.Seal("https://a.example/feed.atom?q=key"));
    }

    [Fact]
    public async Task AHubThatCloses_EndsWhatWasSubscribedToWithoutAKey()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        newsroom.Answer("/callback", context =>
            Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(
                context.Response, context.Request.Query["hub.challenge"].ToString()));
        await using (var open = await StartAsync("open"))
        {
            Assert.Equal(HttpStatusCode.Accepted, await SubscribeAsync(open, newsroom, "/feed.atom"));
            await TestService.UntilAsync(() => TopicsAsync(open), topics => topics == "/feed.atom");
        }

        await using var closed = await StartAsync();
        Assert.Equal("", await TopicsAsync(closed));
    }

    [Theory]
    [InlineData("open", true)]
    [InlineData("closed", false)]
    public async Task SourcesWithHeadersOfOnesOwn_AreAConcernOfAnOpenHub(string access, bool isShown)
    {
        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(Feeds.Source("http://127.0.0.1:9/a", "Alpha", """ "headers": { "X-Key": "1" } """)),
            settings: [$"--FeedHub:Publishing:Access={access}"]);
        var page = await service.Client.GetStringAsync("/hangfire");
        Assert.Equal(isShown, page.Contains("1 source is polled with headers of your own", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_AreListedWithoutThemselves_AndWhatIsWrongIsSaid()
    {
        await using var service = await StartAsync();
        var key = await KeyAsync(service, "reader");
        using var request =
            new HttpRequestMessage(HttpMethod.Get, "/api/keys") { Headers = { { "Authorization", Basic(Guest.Password) } } };
        using var listed = await service.Client.SendAsync(request);
        var text = await listed.Content.ReadAsStringAsync();
        Assert.DoesNotContain(key, text, StringComparison.Ordinal);
        Assert.Equal("reader", JsonDocument.Parse(text).RootElement.GetProperty("items")[0].GetProperty("for").GetString());
        foreach (var (body, status) in ((string, HttpStatusCode)[])[
            ("""{ "name": "x" }""", HttpStatusCode.BadRequest), ("""{ "name": "x", "for": "owner" }""", HttpStatusCode.BadRequest),
            ("""{ "name": "", "for": "reader" }""", HttpStatusCode.BadRequest), ("""{ "name": "reader 1", "for": "reader" }""", HttpStatusCode.Conflict),
            ("""[]""", HttpStatusCode.BadRequest), ("""{ "name": "x", "for": "reader", "more": 1 }""", HttpStatusCode.BadRequest)])
        {
            using var answer = await SendAsync(service, "/api/keys", body);
            Assert.True(answer.StatusCode == status, $"{body}: {answer.StatusCode}");
        }
    }

    private static string Basic(string password) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"me:{password}"));

    private static async Task<string> KeyAsync(TestService service, string role) => (await MakeAsync(service, role)).Key;

    private static async Task<(long Id, string Key)> MakeAsync(TestService service, string role)
    {
        var number = service.Services.GetRequiredService<ApiKeys>().All.Count + 1;
        var made = await PostAsync(service, "/api/keys", $$"""{ "name": "{{role}} {{number}}", "for": "{{role}}" }""");
        return (made.GetProperty("id").GetInt64(), made.GetProperty("key").GetString()!);
    }

    private static async Task<JsonElement> PostAsync(TestService service, string address, string body)
    {
        using var answer = await SendAsync(service, address, body);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private static async Task<HttpResponseMessage> SendAsync(TestService service, string address, string body)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (service.Services.GetRequiredService<AccessRules>().CanSignIn)
            request.Headers.TryAddWithoutValidation("Authorization", Basic(Guest.Password));
        return await service.Client.SendAsync(request);
    }

    private static async Task<HttpStatusCode> SubscribeAsync(TestService service, FakeNewsroom newsroom, string topic)
    {
        using var answer = await service.Client.PostAsync("/websub", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["hub.mode"] = "subscribe", ["hub.topic"] = service.Address + topic, ["hub.callback"] = newsroom.Url("/callback"),
        }));
        return answer.StatusCode;
    }

    private static async Task<string> TopicsAsync(TestService service)
    {
        await using var db = await service.DatabaseAsync();
        return string.Join(' ', await db.HubSubscribers.Select(s => s.Topic).Order().ToListAsync());
    }

    private Task<TestService> StartAsync(string access = "closed") =>
        TestService.StartAsync(_folder, Feeds.Json(Feeds.Source("http://127.0.0.1:9/a", "Alpha")), settings:
    [
        $"--FeedHub:Publishing:Access={access}", $"--FeedHub:Admin:Password={Guest.Password}",
        $"--FeedHub:Admin:ViewPassword={Guest.ViewPassword}",
        "--FeedHub:Limits:RequestsPerMinute=0",
    ]);
}
