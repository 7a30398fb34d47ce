using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using FeedHub.Dashboard.Backup;
using FeedHub.Storage.Files;
using FeedHub.Tests.Access;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Dashboard;

/// <summary>Going back to a backup from the dashboard.</summary>
[Trait("Storage", "sqlite")]
public sealed partial class RestorePagesTests : IDisposable
{
    private const string Page = "/hangfire/backups";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task FeedHubStops_GoesBackToTheBackup_AndStartsAgain()
    {
        await File.WriteAllTextAsync(_folder.File("feeds.json"), Feeds.Json());
        await using var process = FeedHubProcess.Start(_folder, "--urls", "http://127.0.0.1:0");
        using var client = await process.ClientAsync();
        await AddAsync(client, "kept");
        await SendAsync(client, Page);
        var name = await TestService.UntilAsync(
            async () => Name().Match(await client.GetStringAsync(Page)).Value, found => found.Length > 0);
        await AddAsync(client, "lost");

        using var asked = await SendAsync(client, $"{Page}/restore", ("name", name));
        Assert.Contains("Go back to this backup?", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var begun = await SendAsync(client, $"{Page}/restore", ("name", name), ("sure", "1"));
        Assert.Contains("FeedHub stops now, goes back to the backup", await begun.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("10; url=../backups?done=restoring", begun.Headers.GetValues("Refresh").Single());
        var address = await TestService.UntilAsync(() => Task.FromResult(Starts().Matches(process.Output)), starts => starts.Count == 2);

        Assert.Contains($"Restored ", process.Output, StringComparison.Ordinal);
        using var again = new HttpClient { BaseAddress = new(address[1].Groups[1].Value) };
        var sources = (await again.GetFromJsonAsync<JsonElement>("/api/sources")).GetProperty("items").EnumerateArray()
            .Select(source => source.GetProperty("id").GetString());
        Assert.Equal(["kept"], sources);
        var log = await again.GetStringAsync("/hangfire/audit");
        Assert.Contains("stopped FeedHub, to go back to the backup", log, StringComparison.Ordinal);
        Assert.Contains("went back to the backup", log, StringComparison.Ordinal);
        Assert.DoesNotContain("command line", log, StringComparison.Ordinal);
        Assert.Equal(0, await process.TerminateAsync());
    }

    [Fact]
    public async Task WithoutThePassword_OrForABackupThatIsGone_NothingIsDone()
    {
        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(), settings: $"--FeedHub:Admin:Password={Guest.Password}");
        var made = await service.Services.GetRequiredService<IBackups>().MakeAsync(CancellationToken.None);
        using var guest = new Guest(service);
        await guest.SignInAsync();

        using var asked = await guest.PostAsync(Page, $"{Page}/restore", ("name", made.Name));
        Assert.Contains("Your password", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var password in (string[])["", "wrong"])
        {
            using var wrong = await guest.PostAsync(Page, $"{Page}/restore", ("name", made.Name), ("sure", "1"), ("password", password));
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }

        foreach (var action in (string[])["restore", "delete"])
        {
            using var gone = await guest.PostAsync(Page, $"{Page}/{action}", ("name", "feedhub-20200101T000000Z.db"), ("sure", "1"));
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        }

        Assert.Null(service.Services.GetRequiredService<PendingRestore>().File);
    }

    [Fact]
    public async Task ThePage_SaysWhenTheNextIsMade_HowTheyGrow_AndThatOneDiskIsNotEnough()
    {
        await using var service = await TestService.StartAsync(_folder, Feeds.Json());
        await service.Services.GetRequiredService<IBackups>().MakeAsync(CancellationToken.None);
        var page = await service.Client.GetStringAsync(Page);
        Assert.Contains("on the same disk as the database", page, StringComparison.Ordinal);
        Assert.Contains("; the next one: ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABackup_IsDeletedOnceAPersonIsSure_AndTheAuditLogSaysSo()
    {
        await using var service = await TestService.StartAsync(_folder, Feeds.Json());
        var backups = service.Services.GetRequiredService<IBackups>();
        var made = await backups.MakeAsync(CancellationToken.None);
        using var unsure = await service.SendFormAsync(Page, $"{Page}/delete", ("name", made.Name));
        Assert.Equal((HttpStatusCode.BadRequest, 1), (unsure.StatusCode, backups.All().Count));
        using var elsewhere = await service.SendFormAsync(Page, $"{Page}/delete", ("name", "../feedhub.db"), ("sure", "1"));
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Equal($"{Page}?done=deleted", await service.DoAsync(Page, $"{Page}/delete", ("name", made.Name), ("sure", "1")));
        Assert.Empty(backups.All());
        Assert.Contains("deleted the backup", await service.Client.GetStringAsync("/hangfire/audit"), StringComparison.Ordinal);
    }

    private static async Task AddAsync(HttpClient client, string title)
    {
        using var added = await client.PostAsJsonAsync(
            "/api/sources", new { url = $"http://127.0.0.1:9/{title}", title, enabled = false });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string action, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await client.GetStringAsync(Page)).Groups[1].Value;
        return await client.PostAsync(action, new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex(@"feedhub-\d{8}T\d{6}Z\.db")]
    private static partial Regex Name();

    [GeneratedRegex("merged feed (http://[^/]+)/")]
    private static partial Regex Starts();
}
