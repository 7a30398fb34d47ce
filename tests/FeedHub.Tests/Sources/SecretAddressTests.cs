using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FeedHub.Model.Health;
using FeedHub.Publishing;
using FeedHub.Syndication.Reasons;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace FeedHub.Tests.Sources;

/// <summary>Secrets in addresses of sources, hubs and redirects, followed through the running service to every way out. "h1dden" stands for
/// them.</summary>
public sealed class SecretAddressTests : IAsyncLifetime
{
    private const string Secret = "h1dden";
    private const string Key = "--FeedHub:Admin:ApiKey=key-of-the-settings";

    private static readonly string[] PublicAddresses =
        ["/", .. FeedOutput.All.Select(
            output => output.Path), "/sources.opml", "/api/sources", "/api/sources/127-0-0-1", "/api/items", "/api/stories",
                "/health.atom", "/stories/1"];

    private static readonly string[] AdminPages
        = ["/hangfire/sources", "/hangfire/sources/127-0-0-1", "/hangfire/audit", "/hangfire/jobs/failed"];

    private readonly TempFolder _folder = new();
    private readonly Lines _log = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task TheKeyOfASourceWithoutATitle_ReachesNobody_ButTheFormAndTheExportOfAnAdmin()
    {
        _newsroom.Serve("/f", """<rss version="2.0"><channel><item><guid>1</guid><title>One</title><link>https://p.example/1?sig=published</link><description>&lt;p&gt;See &lt;a href="#n"&gt;note&lt;/a&gt;&lt;/p&gt;</description></item></channel></rss>""");
        var url = _newsroom.Url($"/f?x=1&user_key={Secret}");
        await using var service = await StartAsync($$"""{ "url": "{{url}}" }""");
        await service.PollAsync("127-0-0-1");
        Assert.Equal("1", (await service.GetJsonAsync("/api/sources/127-0-0-1")).GetProperty("items").GetRawText());

        foreach (var (address, text) in await TextsAsync(service, [.. PublicAddresses, "/hangfire/sources", "/hangfire/audit"]))
            Assert.False(text.Contains(Secret, StringComparison.Ordinal), $"{address}: {text}");
        Assert.Contains("?sig=published", await service.Client.GetStringAsync("/feed.atom"), StringComparison.Ordinal);
        Assert.Contains("user_key=…", await service.Client.GetStringAsync("/sources.opml"), StringComparison.Ordinal);
        var source = await service.GetJsonAsync("/api/sources/127-0-0-1");
        Assert.Equal(
            ("127.0.0.1", _newsroom.Url("/f?x=1&user_key=…")),
            (source.GetProperty("title").GetString(), source.GetProperty("url").GetString()));

        Assert.Equal(url, (await AsAdminAsync(service)).GetProperty("url").GetString());
        Assert.Contains(
            $"user_key={Secret}",
            WebUtility.HtmlDecode(await service.Client.GetStringAsync("/hangfire/sources/127-0-0-1")),
            StringComparison.Ordinal);
        Assert.Contains(url, await service.Client.GetStringAsync("/api/export/feeds.json"), StringComparison.Ordinal);
        Assert.Contains(Secret, await service.Client.GetStringAsync("/api/export/sources.opml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATitleThatIsTheAddress_TellsNoSecretEither_NorDoesTheIdMadeOfIt_NorASearch()
    {
        var url = $"https://a.example/f?key={Secret}";
        await using var service = await StartAsync(
            Feeds.Source(url, url),
            "--FeedHub:Admin:Password=correct horse",
            "--FeedHub:Admin:ViewPassword=only looking");
        service.Client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("x:only looking"u8));
        var source = Assert.Single(await service.ItemsOf("/api/sources"));
        Assert.Equal("https://a.example/f?key=…", source.GetProperty("title").GetString());
        foreach (
            var (address, text) in await TextsAsync(service,
                [.. PublicAddresses, "/hangfire/sources", $"/hangfire/sources/{source.GetProperty("id").GetString()}", "/hangfire/audit",
                    "/hangfire/sources/export"]))
            Assert.False(text.Contains(Secret, StringComparison.Ordinal), $"{address}: {text}");
        var id = source.GetProperty("id").GetString()!;
        Assert.Contains(
            $"/hangfire/sources/{id}",
            await service.Client.GetStringAsync("/hangfire/sources?q=a.example"),
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            $"/hangfire/sources/{id}",
            await service.Client.GetStringAsync($"/hangfire/sources?q={Secret[..3]}"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://ana:h1dden@news.example/f")]
    [InlineData("/here?sig=h1dden")]
    [InlineData("ftp://news.example/?Access_Token=h1dden&x=1")]
    [InlineData("http://10.1.2.3/?apikey=h1dden")]
    public async Task WhereARedirectLed_StandsInNoErrorAndNoLog(string location)
    {
        Redirect("/f", location);
        await using var service = await StartAsync(Feeds.Source(_newsroom.Url("/f"), "127 0 0 1"));
        var error = await service.PollAsync("127-0-0-1");
        Assert.DoesNotContain(Secret, error, StringComparison.Ordinal);
        Assert.DoesNotContain("ana", error, StringComparison.Ordinal);
        foreach (var (address, text) in await TextsAsync(service, [.. PublicAddresses, .. AdminPages]))
            Assert.False(text.Contains(Secret, StringComparison.Ordinal), $"{address}: {text}");
        Assert.NotEmpty(_log.All);
        Assert.DoesNotContain(_log.All, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnAddressItMovedToOrFrom_AndItsHub_AreShownWithoutSecrets()
    {
        _newsroom.Serve("/new", Feeds.Rss("Alpha", new Written("1", "https://a.example/1", "One")).Replace(
            "<description/>",
            $"""<description/><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="https://hub.example/?secret={Secret}"/>""",
            StringComparison.Ordinal));
        Redirect("/f", _newsroom.Url($"/new?token={Secret}"), StatusCodes.Status301MovedPermanently);
        await using var service = await StartAsync(Feeds.Source(_newsroom.Url($"/f?auth={Secret}"), "127 0 0 1"));
        await service.PollAsync("127-0-0-1");
        _newsroom.Answer("/new", 500);
        await service.PollAsync("127-0-0-1");
        var source = await service.GetJsonAsync("/api/sources/127-0-0-1");
        Assert.Equal(_newsroom.Url("/f?auth=…"), source.GetProperty("former_url").GetString());
        Assert.Equal("https://hub.example/?secret=…", source.GetProperty("push").GetProperty("hub").GetString());
        Assert.Contains("auth=…", source.GetProperty("status_text").GetString(), StringComparison.Ordinal);
        foreach (var (address, text) in await TextsAsync(service, PublicAddresses))
            Assert.False(text.Contains(Secret, StringComparison.Ordinal), $"{address}: {text}");
    }

    [Fact]
    public async Task WhatVersionsBeforeStored_IsShownWithoutSecretsToo()
    {
        await using var service = await StartAsync(Feeds.Source("https://a.example/f", "127 0 0 1"));
        await using (var db = await service.DatabaseAsync())
        {
            await db.Sources.ExecuteUpdateAsync(
                set => set.SetProperty(
                    s => s.Polling.Error,
                    Reason.Sentence($"refused (after redirects to http://ana:{Secret}@b.example/?sig={Secret})")));
            db.HealthEvents.Add(new()
            {
                At = DateTimeOffset.UtcNow,
                Kind = HealthEventKind.SourceFailing,
                Source = "127-0-0-1",
                SourceTitle = $"https://a.example/?key={Secret}",
                Text = Reason.Sentence($"no answer from https://a.example/?key={Secret}.")
            });
            await db.SaveChangesAsync();
        }

        foreach (var (address, text) in await TextsAsync(service, [.. PublicAddresses, .. AdminPages]))
            Assert.False(text.Contains(Secret, StringComparison.Ordinal), $"{address}: {text}");
    }

    [Fact]
    public async Task WhoMayOnlyLook_SeesNoSecrets_NotEvenInTheFormOrTheExport()
    {
        await using var service = await StartAsync(
            Feeds.Source($"https://a.example/f?pass={Secret}", "127 0 0 1"),
            "--FeedHub:Admin:Password=correct horse",
            "--FeedHub:Admin:ViewPassword=only looking");
        service.Client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("x:only looking"u8));
        foreach (var (address, text) in await TextsAsync(
            service,
            [.. PublicAddresses, .. AdminPages, "/hangfire/sources/export", "/api/export/feeds.json", "/api/export/sources.opml"]))
            Assert.False(text.Contains(Secret, StringComparison.Ordinal), $"{address}: {text}");
        service.Client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("x:correct horse"u8));
        Assert.Contains(
            $"pass={Secret}",
            (await service.GetJsonAsync("/api/sources/127-0-0-1")).GetProperty("url").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task SourcesThatDifferInASecretAlone_AreTwo_AndAnAddressThatLostItsSecretIsNone()
    {
        await using var service = await StartAsync(
            $$"""{ "url": "https://a.example/f?key=one" }, { "url": "https://a.example/f?key=two" }""");
        Assert.Equal(
            ["a-example", "a-example-2"],
            (await service.ItemsOf("/api/sources")).Select(s => s.GetProperty("id").GetString()).Order());
        using var answer = await service.Client
            .PostAsync("/api/sources", new StringContent("""{ "url": "https://a.example/f?key=%E2%80%A6" }""", null, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("lacks its secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "url": "https://a.example/f?apikey=h1dden x" }""")]
    [InlineData("""{ "url": "ana:h1dden@a.example/f" }""")]
    [InlineData("""{ "url": "http://ana:h1/dden@a.example/f" }""")]
    [InlineData("""{ "url": "https://known.example/f?key=h1dden" }""")]
    public async Task AnErrorAboutAnAddress_QuotesItWithoutItsSecret(string body)
    {
        await using var service = await StartAsync(Feeds.Source($"https://known.example/f?key={Secret}", "Known"));
        using var answer = await service.Client.PostAsync("/api/sources", new StringContent(body, null, "application/json"));
        var words = await answer.Content.ReadAsStringAsync();
        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.DoesNotContain("dden", words, StringComparison.Ordinal);
        Assert.DoesNotContain("ana", words, StringComparison.Ordinal);
    }

    private Task<TestService> StartAsync(string sources, params string[] settings) => TestService.StartAsync(
        _folder, Feeds.Json(sources), services: services => services.Replace(
            ServiceDescriptor.Singleton<ILoggerFactory>(new LoggerFactory([_log]))), settings: [Key, .. settings]);

    private void Redirect(string path, string location, int status = StatusCodes.Status302Found) => _newsroom.Answer(path, context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    });

    private static async Task<IReadOnlyList<(string Address, string Text)>> TextsAsync(TestService service, IEnumerable<string> addresses)
    {
        var texts = new List<(string, string)>();
        foreach (var address in addresses)
            texts.Add((address, await (await service.Client.GetAsync(address)).Content.ReadAsStringAsync()));
        return texts;
    }

    private static async Task<JsonElement> AsAdminAsync(TestService service)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/sources/127-0-0-1")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", "key-of-the-settings") }
        };
        using var answer = await service.Client.SendAsync(request);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

        public IReadOnlyList<string> All => [.. _lines];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
