using System.Net;
using FeedHub.Icons;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Icons;

/// <summary>Publishers' icons, asked for by FeedHub and served from its own address.</summary>
public sealed class IconTests : IAsyncLifetime
{
    private static readonly byte[] Png =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 16, 0, 0, 0, 16, 8, 6, 0];

    private readonly TempFolder _folder = new();
    private readonly SteppedClock _clock = new();
    private FakeNewsroom _publisher = null!;

    public async Task InitializeAsync() => _publisher = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _publisher.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AnIcon_IsAskedForOnce_AndServedToReadersForLong()
    {
        Picture("/logo", Png);
        Feed("/logo");
        await using var service = await StartAsync();
        Assert.Equal("1 wanted, 1 asked, 1 changed", await RunAsync(service));
        Assert.Equal("0 wanted, 0 asked, 0 changed", await RunAsync(service));
        Assert.Single(_publisher.AskedFor("/logo"));
        Assert.False(_publisher.AskedFor("/logo")[0].Headers.ContainsKey("X-Token"));
        Assert.Empty(_publisher.AskedFor("/favicon.ico"));

        var page = await service.Client.GetStringAsync("/");
        var address = page.Split("<img src=\"").Select(part => part.Split('"')[0])
            .First(part => part.StartsWith("/icons/alpha.", StringComparison.Ordinal));
        Assert.Contains(address, await service.Client.GetStringAsync("/hangfire/sources"), StringComparison.Ordinal);
        using var icon = await service.Client.GetAsync(address);
        Assert.Equal(Png, await icon.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", icon.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", icon.Headers.GetValues("Cache-Control")));
        Assert.Equal("nosniff", icon.Headers.GetValues("X-Content-Type-Options").Single());
        foreach (var other in new[] { "/icons/alpha.00000000", "/icons/alpha", "/icons/..%2Ffeedhub.db", "/icons/nobody.00000000" })
            Assert.Equal((other, HttpStatusCode.NotFound), (other, (await service.Client.GetAsync(other)).StatusCode));
    }

    [Fact]
    public async Task TheSitesIcon_StandsInForTheFeeds_AndWhatIsNoPictureIsNot()
    {
        Answer("/logo", "image/png", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray());
        Answer("/favicon.ico", "image/x-icon", new byte[IconFinder.MaxBytes + 1]);
        Answer("/", "text/html", "<head><link rel='icon' href='/a.svg'><link href=icons/b.png rel='shortcut icon'></head>"u8.ToArray());
        Picture("/icons/b.png", Png);
        Feed("/logo");
        await using var service = await StartAsync();
        Assert.Equal("1 wanted, 1 asked, 1 changed", await RunAsync(service));
        Assert.Equal(
            ["/logo", "/favicon.ico", "/", "/icons/b.png"],
            _publisher.Requests.Select(asked => asked.Path).Where(path => path != "/a"));
    }

    [Fact]
    public async Task NoIcon_IsRememberedForAWeek_AlsoOverARestart_AndAnOldOneOutlastsAFailure()
    {
        Feed("/logo");
        await using (var service = await StartAsync())
        {
            Assert.Equal("1 wanted, 1 asked, 0 changed", await RunAsync(service));
            Assert.DoesNotContain("/icons/", await service.Client.GetStringAsync("/"), StringComparison.Ordinal);
        }

        await using var again = await StartAsync();
        Assert.Equal("0 wanted, 0 asked, 0 changed", await RunAsync(again));
        _clock.Step(TimeSpan.FromDays(8));
        Picture("/logo", Png);
        Assert.Equal("1 wanted, 1 asked, 1 changed", await RunAsync(again));
        _clock.Step(TimeSpan.FromDays(31));
        _publisher.Answer("/logo", StatusCodes.Status500InternalServerError);
        Assert.Equal("1 wanted, 1 asked, 0 changed", await RunAsync(again));
        Assert.Contains("/icons/alpha.", await again.Client.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnIconBehindTheWall_IsNotAskedFor()
    {
        _publisher.Serve("/a", Feeds.Rss("Alpha"));
        await using var service = await StartAsync("--FeedHub:Network:AllowPrivateAddresses=false");
        Picture("/favicon.ico", Png);
        var answer = await service.Services.GetRequiredService<IconFinder>()
            .AskAsync(new("alpha", _publisher.Url("/a"), _publisher.Url("/favicon.ico"), null), CancellationToken.None);
        Assert.Null(answer.Bytes);
        Assert.Empty(_publisher.Requests);
    }

    private static Task<string> RunAsync(TestService service) =>
        service.Services.GetRequiredService<IconJob>().RunAsync(CancellationToken.None);

    private void Feed(string icon) => _publisher.Serve("/a", Feeds
        .Rss("Alpha", new Written("1", "https://news.example/1", "One", _clock.GetUtcNow(), "Text"))
        .Replace("</channel>", $"<image><url>{_publisher.Url(icon)}</url></image></channel>", StringComparison.Ordinal)
        .Replace("http://alpha.example", _publisher.Address, StringComparison.Ordinal));

    private void Picture(string path, byte[] bytes) => Answer(path, "application/octet-stream", bytes);

    private void Answer(string path, string type, byte[] bytes) => _publisher.Answer(path, async context =>
    {
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(bytes);
    });

    private async Task<TestService> StartAsync(params string[] settings)
    {
        var service = await TestService.StartAsync(
            _folder,
            Feeds.Json(Feeds.Source(_publisher.Url("/a"), "Alpha", "\"headers\": { \"X-Token\": \"secret\" }")),
            _clock,
            settings: settings);
        await service.PollAsync("alpha");
        return service;
    }
}
