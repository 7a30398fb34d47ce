using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using FeedHub.Hosting;
using FeedHub.Model.Access;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Tables;
using FeedHub.Tests.Access;
using FeedHub.Tests.Hosting;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Auditing;

/// <summary>Keys of programs, and the log of who changed what.</summary>
public sealed partial class AuditTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AKey_IsShownOnce_OpensByItsRole_AndNothingOnceRevoked()
    {
        await using var service = await StartAsync($"--FeedHub:Admin:Password={Guest.Password}");
        using var admin = new Guest(service);
        await admin.SignInAsync();
        var writer = await KeyAsync(admin, "Importer", "admin");
        var reader = await KeyAsync(admin, "Wallboard", "read-only");
        var page = await admin.PageAsync("/hangfire/access");
        Assert.Contains(writer[..8], page, StringComparison.Ordinal);
        Assert.DoesNotContain(writer, page, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await admin.PostAsync("/hangfire/access", "/hangfire/access/keys", ("name", "importer"), ("role", "admin"))).StatusCode);

        Assert.Equal(HttpStatusCode.Accepted, await CallAsync(service, HttpMethod.Post, "/api/sources/alpha/poll", writer));
        Assert.Equal(HttpStatusCode.Forbidden, await CallAsync(service, HttpMethod.Post, "/api/sources/alpha/poll", reader));
        Assert.Equal(HttpStatusCode.OK, await CallAsync(service, HttpMethod.Get, "/api/labels", reader));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(service, HttpMethod.Get, "/api/labels", reader[..^1]));
        await using var db = await service.DatabaseAsync();
        var used = _time.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.Equal(used, (await StoredAsync(db)).UsedAt!.Value.ToUnixTimeMilliseconds());
        _time.Advance(TimeSpan.FromSeconds(59));
        await CallAsync(service, HttpMethod.Get, "/api/labels", writer);
        Assert.Equal(used, (await StoredAsync(db)).UsedAt!.Value.ToUnixTimeMilliseconds());
        _time.Advance(TimeSpan.FromSeconds(1));
        await CallAsync(service, HttpMethod.Get, "/api/labels", writer);
        Assert.Equal(used + 60_000, (await StoredAsync(db)).UsedAt!.Value.ToUnixTimeMilliseconds());

        var id = (await StoredAsync(db)).Id;
        Assert.Equal(HttpStatusCode.SeeOther, (await admin.PostAsync("/hangfire/access", $"/hangfire/access/keys/{id}/revoke")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(service, HttpMethod.Get, "/api/labels", writer));
        var entries = await db.AuditEntries.OrderBy(e => e.Id).Where(e => e.Area != AuditArea.Sources || e.What == "source polled")
            .Select(e => $"{e.Who}: {e.What} {e.Target}")
            .ToListAsync();
        Assert.Equal(
            ["admin: signed in password", "admin: key made Importer", "admin: key made Wallboard", "key Importer: source polled alpha"],
            entries.Take(4));
        Assert.Contains("admin: key revoked Importer", entries);
    }

    [Fact]
    public async Task EveryChange_IsWrittenDown_WithWhoAndWhatBeforeAndAfter_AndSecretsMasked()
    {
        await using var service = await StartAsync("--FeedHub:Admin:ApiKey=key");
        service.Client.DefaultRequestHeaders.Authorization = new("Bearer", "key");
        using var added = await service.Client.PostAsJsonAsync(
            "/api/sources",
            new { url = "http://127.0.0.1:9/beta", title = "Beta", enabled = false, headers = new { Authorization = "Bearer s3cret" } });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        using var edited = await service.Client
            .PatchAsJsonAsync("/api/sources/beta", new { title = "Better", headers = new { Authorization = "Bearer n3w" } });
        service.Client.DefaultRequestHeaders.Authorization = null;
        await service.DoAsync("/hangfire/sources", "/hangfire/sources/alpha/pause");
        await service.DoAsync("/hangfire/sources", "/hangfire/sources/alpha/resume");
        await service.DoAsync("/hangfire/categories", "/hangfire/categories/words", ("word", "Sepakbola"), ("slug", "sport"));
        await service.DoAsync("/hangfire/categories", "/hangfire/categories/words", ("word", "Sepakbola"), ("slug", "none"));
        await service.DoAsync("/hangfire/categories", "/hangfire/categories/words/forget", ("word", "Sepakbola"));
        await service.DoAsync("/hangfire/sources", "/hangfire/sources/beta/delete");
        using var asked = await service.SendFormAsync("/hangfire/categories", "/hangfire/categories/try", ("title", "Pemilu"));
        var job = service.Services.GetRequiredService<IBackgroundJobClient>().Schedule(() => Console.Out.Flush(), TimeSpan.FromDays(1));
        await CommandAsync(service, "/hangfire/jobs/scheduled/delete", job);

        await using var db = await service.DatabaseAsync();
        var entries = await db.AuditEntries.OrderBy(e => e.Id).ToListAsync();
        Assert.Equal(
            [
                "feeds.json: source added alpha", "key of the settings: source added beta", "key of the settings: source changed beta",
                "local: source paused alpha", "local: source resumed alpha",
                "local: word mapped Sepakbola", "local: word mapped Sepakbola", "local: word forgotten Sepakbola",
                "local: source deleted beta", $"local: POST /hangfire/jobs/scheduled/delete {job}",
            ],
            entries.Select(e => $"{e.Who}: {e.What} {e.Target}"));
        Assert.Equal(("Beta", "Better"), (entries[2].Before["title"], entries[2].After["title"]));
        Assert.Equal("authorization: (hidden)", entries[2].After["headers"]);
        Assert.Equal(("sport", "nothing"), (entries[6].Before["means"], entries[6].After["means"]));
        Assert.All(entries, e => Assert.DoesNotContain("s3cret", StoredJson.Write(e), StringComparison.Ordinal));
        Assert.Equal(("127.0.0.1", AuditArea.Jobs), (entries[^1].Address, entries[^1].Area));

        var page = await service.Client.GetStringAsync("/hangfire/audit?area=Sources&q=absent%20BETA");
        Assert.Contains("Nothing matches", page, StringComparison.Ordinal);
        page = await service.Client.GetStringAsync("/hangfire/audit?area=Sources&q=better%20BETA");
        Assert.Contains("Beta → Better", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Sepakbola", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLog_IsInWords_AndFiltered_ByPersonKindTimeAndTarget()
    {
        await using var service = await StartAsync();
        await service.DoAsync("/hangfire/sources", "/hangfire/sources/alpha/pause");
        await service.DoAsync("/hangfire/sources", "/hangfire/backups");
        using var asked = await service.SendFormAsync("/hangfire/sources", "/hangfire/sources/find", ("site", "http://127.0.0.1:9/"));
        using var sure = await service.SendFormAsync("/hangfire/sources", "/hangfire/sources/bulk", ("action", "delete"), ("id", "alpha"));
        Assert.Equal(HttpStatusCode.OK, sure.StatusCode);

        // Neither changes anything: it is paused.
        await service.DoAsync("/hangfire/sources", "/hangfire/sources/bulk", ("action", "pause"), ("id", "alpha"));
        await service.DoAsync("/hangfire/sources", "/hangfire/sources/bulk", ("action", "poll"), ("id", "alpha"));
        _time.Advance(TimeSpan.FromDays(3));
        await service.DoAsync("/hangfire", "/hangfire/poll-due");

        var all = await service.Client.GetStringAsync("/hangfire/audit");
        foreach (
            var words in (string[])["paused the source", "href=\"/hangfire/sources/alpha\"", "made a backup", "polled all that was due"])
            Assert.Contains(words, all, StringComparison.Ordinal);
        Assert.DoesNotContain("POST /", all, StringComparison.Ordinal);
        Assert.DoesNotContain("sources/find", all, StringComparison.Ordinal);

        Assert.Equal(["paused", "added"], await SaidAsync(service, "target=alpha"));
        Assert.Equal(["added"], await SaidAsync(service, "who=feeds.json"));
        Assert.Equal(["made"], await SaidAsync(service, "area=Backups"));
        var day = _time.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(["polled"], await SaidAsync(service, $"from={day}"));
        Assert.Equal(["made", "paused", "added"], await SaidAsync(service, $"to={day}"));
        Assert.Equal(4, (await SaidAsync(service, "from=never&to=2026-99-99")).Count);

        // A day begins when it does in the visitor's zone: these two never have the same one.
        var east = TimeZoneInfo.ConvertTime(_time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Pacific/Kiritimati"));
        day = east.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(["polled"], await SaidAsync(service, $"from={day}&to={day}&zone=Pacific/Kiritimati"));
        Assert.Empty(await SaidAsync(service, $"from={day}&zone=Pacific/Pago_Pago"));
        Assert.Contains(
            "Days are those of Pacific/Kiritimati.",
            await service.Client.GetStringAsync($"/hangfire/audit?from={day}&zone=Pacific/Kiritimati"), StringComparison.Ordinal);
        Assert.Contains(
            "<span>Days are those of UTC.", await service.Client.GetStringAsync($"/hangfire/audit?from={day}&zone=Mars"),
            StringComparison.Ordinal);

        // Words are looked for as they are shown, in either language, and as they are stored.
        Assert.Equal(["paused"], await SaidAsync(service, "q=menjeda"));
        Assert.Equal(["paused"], await SaidAsync(service, "q=Paused%20the%20ALPHA"));
        Assert.Empty(await SaidAsync(service, "q=menjeda%20beta"));
    }

    // The first word of each thing that was done.
    private static async Task<IReadOnlyList<string>> SaidAsync(TestService service, string query)
    {
        var page = await service.Client.GetStringAsync($"/hangfire/audit?{query}");
        return [.. Done().Matches(page).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex("<a href=\"/hangfire/audit\\?who=[^\"]*\">[^<]*</a> (\\w+)")]
    private static partial Regex Done();

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "jobs[]=%00")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "jobs[]=1")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\ncut")]
    public async Task AFormThatCannotBeRead_IsRefusedInWords_AndWhereNobodyReadsItTheRequestIsWrittenDown(string type, string body)
    {
        await using var service = await StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(service, "/hangfire/jobs/scheduled/delete", type, body));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(service, "/metrics", type, body));
        await using var db = await service.DatabaseAsync();
        var entry = await db.AuditEntries.OrderBy(e => e.Id).LastAsync();
        Assert.Equal(("POST /metrics", null), (entry.What, entry.Target));
    }

    [Theory]
    [InlineData("/hangfire/jobs/failed/requeue", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/hangfire/jobs/scheduled/delete", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/hangfire/stats", HttpStatusCode.OK)]
    public async Task ACommandWithoutAForm_HasNoFields(string address, HttpStatusCode expected)
    {
        await using var service = await StartAsync();
        using var answer = await service.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("/hangfire/settings", null, HttpStatusCode.BadRequest)]
    [InlineData("/hangfire/stories/join", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("/hangfire/sources/import", "multipart/form-data; boundary=\"", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("/hangfire/poll-due", null, HttpStatusCode.SeeOther)]
    public async Task ATokenInAHeader_IsEnough_AndWhatIsNoFormIsRefusedInWords(string address, string? type, HttpStatusCode expected)
    {
        await using var service = await StartAsync();
        var page = await service.Client.GetStringAsync("/hangfire/settings");
        using var content = new StringContent("");
        content.Headers.Remove("Content-Type");
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        content.Headers.Add("RequestVerificationToken", Token().Match(page).Groups[1].Value);
        using var answer = await service.Client.PostAsync(new Uri(address, UriKind.Relative), content);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task TheLog_IsPaged_AndKeptForFourHundredDays_AndFailedAttemptsDoNotFillIt()
    {
        await using var service = await StartAsync($"--FeedHub:Admin:Password={Guest.Password}", "--FeedHub:Admin:Proxies=127.0.0.1");
        var log = service.Services.GetRequiredService<AuditLog>();
        for (var number = 1; number <= 60; number++)
            await log.AddAsync(AuditArea.Settings, $"made up {number}.", "<script>alert(1)</script>", CancellationToken.None);
        for (var client = 1; client <= 70; client++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/hangfire")
            {
                Headers = { { "Authorization", "Bearer wrong" }, { "X-Forwarded-For", $"203.0.113.{client}" } }
            };
            using var answer = await service.Client.SendAsync(request);
        }

        await using var db = await service.DatabaseAsync();
        Assert.Equal(60, await db.AuditEntries.CountAsync(e => e.What == "key refused"));
        Assert.EndsWith("not listed for an hour.", (await db.AuditEntries.OrderBy(e => e.Id).LastAsync()).Target, StringComparison.Ordinal);
        using var admin = new Guest(service);
        await admin.SignInAsync();
        var page = WebUtility.HtmlDecode(await admin.PageAsync("/hangfire/audit?area=Settings"));
        Assert.Contains("made up 60.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("made up 10.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", await admin.PageAsync("/hangfire/audit?area=Settings"), StringComparison.Ordinal);
        var older = WebUtility.HtmlDecode(await admin.PageAsync(Older().Match(page).Groups[1].Value));
        Assert.Contains("made up 10.", older, StringComparison.Ordinal);
        Assert.DoesNotContain("made up 11.", older, StringComparison.Ordinal);

        await db.AuditEntries.Where(e => e.What == "made up 1.")
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.At, _time.GetUtcNow().AddDays(-401)));
        await service.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None);
        Assert.Equal(59, await db.AuditEntries.CountAsync(e => e.Area == AuditArea.Settings));
    }

    private static Task<FeedHub.Model.Access.ApiKey> StoredAsync(FeedHubDb db) =>
        db.ApiKeys.AsNoTracking().SingleAsync(k => k.Name == "Importer");

    private static async Task<string> KeyAsync(Guest admin, string name, string role)
    {
        using var answer = await admin.PostAsync("/hangfire/access", "/hangfire/access/keys", ("name", name), ("role", role));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        return Key().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
    }

    private static async Task<HttpStatusCode> PostAsync(TestService service, string address, string type, string body)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await service.Client.PostAsync(new Uri(address, UriKind.Relative), content);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> CallAsync(TestService service, HttpMethod method, string address, string key)
    {
        using var request = new HttpRequestMessage(method, address)
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) }
        };
        using var answer = await service.Client.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task CommandAsync(TestService service, string command, string job)
    {
        var page = await service.Client.GetStringAsync("/hangfire/jobs/scheduled");
        using var request = new HttpRequestMessage(HttpMethod.Post, command) { Content = new FormUrlEncodedContent([new("jobs[]", job)]) };
        request.Headers.Add("RequestVerificationToken", page.Split("name=\"csrf-token\" content=\"")[1].Split('"')[0]);
        using var answer = await service.Client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<code>(fh_[^<]+)</code>")]
    private static partial Regex Key();

    [GeneratedRegex("href=\"([^\"]+before=[0-9]+)\"")]
    private static partial Regex Older();

    private Task<TestService> StartAsync(params string[] settings) =>
        TestService.StartAsync(_folder, Feeds.Json(Feeds.Source("http://127.0.0.1:9/a", "Alpha")), _time, settings: settings);
}
