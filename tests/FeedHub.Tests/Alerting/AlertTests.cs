using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FeedHub.Alerting;
using FeedHub.Configuring;
using FeedHub.Model.Health;
using FeedHub.Storage.Statements.Health;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Alerting;

/// <summary>Trouble comes to people: by mail and to webhooks, once, and again when it is over.</summary>
public sealed class AlertTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 29, 14, 2, 0, TimeSpan.Zero));
    private readonly List<(string Path, string Body, IReadOnlyDictionary<string, string> Headers)> _came = [];
    private FakeNewsroom _room = null!;

    public async Task InitializeAsync()
    {
        _time.SetLocalTimeZone(TimeZoneInfo.Utc);
        _room = await FakeNewsroom.StartAsync();
        foreach (var path in (string[])["/json", "/slack", "/telegram", "/ntfy"])
            _room.Answer(path, TakeAsync);
    }

    public async Task DisposeAsync()
    {
        await _room.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task WhatHappens_IsToldOnce_Grouped_AndAgainWhenItIsOver()
    {
        await using var service = await StartAsync(Hook(0, "json", "json", "secret"));
        await RecordAsync(service, HealthEventKind.DiskLow, HealthEventKind.NetworkDown);
        await TellAsync(service, seconds: 5);
        Assert.Empty(_came);
        await TellAsync(service, seconds: 30);
        await TellAsync(service, seconds: 30);
        var (_, body, headers) = Assert.Single(_came);
        var message = JsonDocument.Parse(body).RootElement;
        Assert.Equal("Test news: This machine has no network and 1 more", message.GetProperty("title").GetString());
        Assert.Equal("error", message.GetProperty("severity").GetString());
        Assert.Equal(["disk_low", "network_down"], message.GetProperty("events").EnumerateArray()
            .Select(e => e.GetProperty("kind").GetString()));
        Assert.Equal(
            "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData("secret"u8, Encoding.UTF8.GetBytes(body))),
                headers["X-Hub-Signature-256"]);

        await RecordAsync(service, HealthEventKind.NetworkBack);
        await TellAsync(service, seconds: 30);
        Assert.True(JsonDocument.Parse(_came[1].Body).RootElement.GetProperty("events")[0].GetProperty("over").GetBoolean());
    }

    [Fact]
    public async Task ARestart_TellsNothingASecondTime_AndForgetsNothing()
    {
        await using (var service = await StartAsync(Hook(0, "json", "json")))
        {
            await RecordAsync(service, HealthEventKind.DiskLow);
            await TellAsync(service, seconds: 30);
            await RecordAsync(service, HealthEventKind.DiskRecovered);
        }

        await using var again = await StartAsync(Hook(0, "json", "json"));
        await TellAsync(again, seconds: 30);
        Assert.Equal(["disk_low", "disk_recovered"], _came.Select(came =>
            Assert.Single(JsonDocument.Parse(came.Body).RootElement.GetProperty("events").EnumerateArray()).GetProperty("kind")
                .GetString()));
    }

    [Fact]
    public async Task EachKindOfReceiver_GetsABodyThatItTakes()
    {
        await using var service = await StartAsync(
            [.. Hook(0, "slack", "slack"), .. Hook(1, "telegram?chat_id=-12", "telegram"), .. Hook(2, "ntfy", "ntfy", "tk_1")]);
        await RecordAsync(service, HealthEventKind.DiskLow);
        await TellAsync(service, seconds: 30);
        var by = _came.ToDictionary(came => came.Path);
        Assert.StartsWith(
            "*Test news: The disk runs low*\n", Json(by["/slack"].Body).GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("-12", Json(by["/telegram"].Body).GetProperty("chat_id").GetString());
        Assert.StartsWith(
            "Test news: The disk runs low\n", Json(by["/telegram"].Body).GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("Bearer tk_1", by["/ntfy"].Headers["Authorization"]);
        Assert.Equal("=?UTF-8?B?" + Convert.ToBase64String("Test news: The disk runs low"u8) + "?=", by["/ntfy"].Headers["Title"]);
        Assert.Contains("FeedHub tests", by["/ntfy"].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_GoesByTheOperatorsServer_WithSignIn()
    {
        await using var mail = new MailServer();
        await using var service = await StartAsync(Mail(mail.Port));
        await RecordAsync(service, HealthEventKind.SourceGone);
        await TellAsync(service, seconds: 30);
        Assert.Contains(mail.Came, line => line.StartsWith("AUTH PLAIN", StringComparison.Ordinal));
        Assert.Equal(["<me@example.org>", "<you@example.org>"], mail.Came.Where(
            line => line.StartsWith("RCPT", StringComparison.Ordinal)).Select(line => line.Split(':')[1].Trim()));
        var message = mail.Came.Single(line => line.Contains("Subject:", StringComparison.Ordinal));
        Assert.Contains("Subject: Test news: ", message, StringComparison.Ordinal);
        Assert.Contains("FeedHub tests", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReceiverThatIsAway_IsShown_TriedAgainEverMoreRarely_AndDelaysNobody()
    {
        await using var service = await StartAsync([.. Mail(1), .. Hook(0, "json", "json")]);
        await RecordAsync(service, HealthEventKind.DiskLow);
        await TellAsync(service, seconds: 30);
        Assert.Single(_came);
        Assert.Contains("Alerts cannot be sent (mail to ", await service.Client.GetStringAsync("/hangfire"), StringComparison.Ordinal);
        Assert.Matches(
            @"mail to me@example\.org[^<]*: <span[^>]*>could not be told \(", await service.Client.GetStringAsync("/hangfire/settings"));
        using (var indonesian = new HttpRequestMessage(HttpMethod.Get, "/hangfire/settings") { Headers = { { "Accept-Language", "id" } } })
        using (var page = await service.Client.SendAsync(indonesian))
            Assert.Contains("surel ke me@example.org", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("tried again at", await TellAsync(service, seconds: 30), StringComparison.Ordinal);
        Assert.DoesNotContain("tried again at", await TellAsync(service, seconds: 31), StringComparison.Ordinal);
        Assert.Contains("tried again at", await TellAsync(service, seconds: 61), StringComparison.Ordinal);
        Assert.Single(_came);
    }

    [Fact]
    public async Task BelowTheLeastSeverity_NothingIsTold_AndQuietHoursAreKept()
    {
        await using var service = await StartAsync(
            [.. Hook(0, "json", "json"), "--FeedHub:Alerts:Least=error", "--FeedHub:Alerts:QuietHours=14:00-15:00"]);
        await RecordAsync(service, HealthEventKind.DiskLow, HealthEventKind.StorageFailing);
        Assert.StartsWith("quiet hours", await TellAsync(service, seconds: 30), StringComparison.Ordinal);
        await TellAsync(service, seconds: 3600);
        Assert.Equal("storage_failing", Assert.Single(Json(Assert.Single(_came).Body).GetProperty("events").EnumerateArray())
            .GetProperty("kind").GetString());
    }

    [Fact]
    public async Task TheTestButton_SaysWhatCameOfIt()
    {
        await using var service = await StartAsync([.. Hook(0, "json", "json"), .. Hook(1, "nowhere", "slack")]);
        using var answer = await service.SendFormAsync("/hangfire/settings", "/hangfire/settings/alerts-test");
        Assert.Contains("HTTP 404", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("a test", Assert.Single(_came).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Alerts:Least", "loud", "FeedHub:Alerts:Least is \"loud\": write info, warning or error")]
    [InlineData("Alerts:QuietHours", "at night", "FeedHub:Alerts:QuietHours is \"at night\": write hours such as 22:00-06:00")]
    [InlineData("Alerts:Webhooks:0:Url", "ntfy.sh/x",
        "FeedHub:Alerts:Webhooks:0:Url is not a web address: write one such as https://ntfy.sh/my-topic")]
    public void WhatCannotBeUsed_IsSaidWithWhatToWrite(string key, string value, string problem)
    {
        var options = new ConfigurationBuilder().AddInMemoryCollection([new("FeedHub:" + key, value)]).Build()
            .GetSection("FeedHub").Get<FeedHub.Model.Settings.FeedHubOptions>()!;
        Assert.Equal(problem, Assert.Single(SettingsCheck.Problems(options)));
    }

    [Theory]
    [InlineData("FeedHub:Alerts:Webhooks:0:Urll", "did you mean FeedHub:Alerts:Webhooks:0:Url?")]
    [InlineData("FeedHub:Alerts:Webhooks:first:Url", "is a list, write FeedHub:Alerts:Webhooks:0 and so on")]
    [InlineData("FeedHub:Alerts:Webhooks:0:Url:x", "has none below it")]
    public void AKeyOfAListThatIsNoSetting_IsRefusedWithAHint(string key, string hint)
    {
        Assert.Contains(hint, SettingsKeys.Unknown(key), StringComparison.Ordinal);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, "x")]).Build();
        Assert.Contains(hint, Assert.Single(SettingsKeys.Unknown(configuration)), StringComparison.Ordinal);
        Assert.Null(SettingsKeys.Unknown("FeedHub:Alerts:Webhooks:12:Secret"));
    }

    private Task<TestService> StartAsync(params string[] settings) =>
        TestService.StartAsync(_folder, Feeds.Json(), _time, settings: settings);

    private string[] Hook(int place, string path, string format, string? secret = null) =>
    [
        $"--FeedHub:Alerts:Webhooks:{place}:Url={_room.Url("/" + path)}",
        $"--FeedHub:Alerts:Webhooks:{place}:Format={format}",
        $"--FeedHub:Alerts:Webhooks:{place}:Secret={secret}",
    ];

    private static string[] Mail(int port) =>
    [
        "--FeedHub:Alerts:Mail:Host=127.0.0.1", $"--FeedHub:Alerts:Mail:Port={port}", "--FeedHub:Alerts:Mail:User=me",
        "--FeedHub:Alerts:Mail:Password=sesame", "--FeedHub:Alerts:Mail:From=feedhub@example.org",
        "--FeedHub:Alerts:Mail:To=me@example.org, you@example.org",
    ];

    private async Task RecordAsync(TestService service, params HealthEventKind[] kinds)
    {
        foreach (var kind in kinds)
        {
            _time.Advance(TimeSpan.FromMilliseconds(10));
            await service.Services.GetRequiredService<DatabaseWriter>().RunAsync(
                session => HealthEvents.Record(session, kind, _time.GetUtcNow(), Reason.Sentence("FeedHub tests <this> & that.")),
                CancellationToken.None);
        }
    }

    private Task<string> TellAsync(TestService service, int seconds)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        return service.Services.GetRequiredService<AlertJob>().RunAsync(CancellationToken.None);
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        lock (_came)
            _came.Add((context.Request.Path, body, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString())));
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
