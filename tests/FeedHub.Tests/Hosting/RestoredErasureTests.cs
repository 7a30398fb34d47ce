using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using FeedHub.Access;
using FeedHub.Publishing.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Hosting;

/// <summary>A restore takes nothing back that was erased, and nothing out of the audit log.</summary>
[Trait("Storage", "sqlite")]
public sealed class RestoredErasureTests : IAsyncLifetime
{
    // Words that nothing else here has.
    private const string Flooded = "Kecamatan Lirang";
    private const string Person = "Wiratmokusumo";

    private static readonly DateTimeOffset Morning = DateTimeOffset.UtcNow.AddHours(-6);
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        Serve("alpha", Of("a-1", "Banjir Lirang", Told.Html(Told.Flood)), Of("a-2", "Ferries wait", Told.Html(Told.Harbour)), Of(
            "a-3", "Anggaran kota disahkan", Told.Html(Told.Budget)));
        Serve("beta", Of("b-1", "Banjir Lirang", Told.Copied(Told.Flood, "LIRANG")), Of(
            "b-2", "Ferries wait", Told.Copied(Told.Harbour, "PORT SELWYN")), Of(
            "b-3", "Anggaran kota disahkan", Told.Copied(Told.Budget, "KOTA")));
    }

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task WhatWasErasedSinceTheBackup_StaysErased_AndNeverComesBack()
    {
        long flood, harbour, budget, person;
        await using (var service = await StartAsync())
        {
            await PollAsync(service);
            (flood, harbour, budget) = (
                await StoryOfAsync(service, "a-1", 2), await StoryOfAsync(service, "a-2", 2), await StoryOfAsync(service, "a-3", 2));
            await BackUpAsync(service);

            await EraseAsync(service, flood);
            await SplitOffAsync(service, harbour, "b-2");
            await EraseAsync(service, harbour);
            await EraseAsync(service, await SplitOffAsync(service, budget, "b-3"));
            Serve("gamma", Of("c-1", $"{Person} diadili", Told.Html($"Sidang atas {Person} dibuka di pengadilan negeri kota itu.")));
            await service.PollAsync("gamma");
            await EraseAsync(service, person = await StoryOfAsync(service, "c-1", 1));
        }

        Assert.Contains("stories of the backup that were erased again: 3", RestoreHere.Run(_folder, "away.db"), StringComparison.Ordinal);
        await using var restored = await StartAsync();
        await AssertGoneAsync(restored, flood, harbour, person);
        Assert.Equal(["a-3", "b-2"], (await restored.ItemsOf("/api/items")).Select(Id).Order());
        await StoryOfAsync(restored, "a-3", 1);
        await StoryOfAsync(restored, "b-2", 1);
        await restored.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(CancellationToken.None);
        Assert.Empty(await restored.ItemsOf("/api/stories?q=terendam"));
        Assert.Single(await restored.ItemsOf("/api/stories?q=breakwater"));
        Assert.False(Holds(Flooded));

        Serve("alpha", Of("a-1", "Banjir Lirang surut", Told.Html(Told.Flood[1..])), Of("a-9", "Pasar malam", Told.Html("Pasar dibuka.")));
        await PollAsync(restored);
        await restored.PollAsync("gamma");
        Assert.Equal(["a-3", "a-9", "b-2"], (await restored.ItemsOf("/api/items")).Select(Id).Order());
        Assert.True(await StoryOfAsync(restored, "a-9", 1) > person);
    }

    [Fact]
    public async Task OfTwoEqualItems_TheOneThatStayed_IsThereAgain_AlsoWhereItsSourceWasDeletedAfterTheOtherWasErased()
    {
        Serve("beta", Of("b-1", "Banjir Lirang", Told.Html(Told.Flood)));
        await using (var service = await StartAsync())
        {
            await PollAsync(service);
            var flood = await StoryOfAsync(service, "a-1", 2);
            await BackUpAsync(service);
            await EraseAsync(service, await SplitOffAsync(service, flood, "b-1"));
            using var deleted = await service.Client.DeleteAsync("/api/sources/alpha");
            Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        }

        RestoreHere.Run(_folder, "away.db");
        await using var restored = await StartAsync();
        Assert.Equal(["a-1", "a-2", "a-3"], (await restored.ItemsOf("/api/items")).Select(Id).Order());
        await StoryOfAsync(restored, "a-1", 1);
    }

    [Fact]
    public async Task TheAuditLog_KeepsWhatCameAfterTheBackup_AndSaysWhoRestoredIt_WhileWhatWasHiddenIsSeenAgain()
    {
        long hidden;
        await using (var service = await StartAsync())
        {
            await PollAsync(service);
            var erased = await StoryOfAsync(service, "a-1", 2);
            await PostAsync(service, $"/api/stories/{erased}/hidden", new { reason = $"names {Person}" });
            await BackUpAsync(service);
            await service.Services.GetRequiredService<ApiKeys>().AddAsync("later", Roles.ReadOnly, CancellationToken.None);
            await EraseAsync(service, erased);
            await PostAsync(service, $"/api/stories/{hidden = await StoryOfAsync(service, "a-2", 2)}/hidden", new { reason = "wrong" });
        }

        RestoreHere.Run(_folder, "away.db");
        Assert.Contains(
            "erased again: 1), and the audit log goes on (entries that the backup has not: 4)", RestoreHere.Run(_folder, "away.db"),
                StringComparison.Ordinal);
        await using var restored = await StartAsync();
        await using var db = await restored.DatabaseAsync();
        var log = await db.AuditEntries.OrderBy(entry => entry.Id).Select(entry => $"{entry.Who}: {entry.What}").ToListAsync();
        Assert.Equal(
            ["story hidden", "key made", "story erased", "story hidden", "backup restored", "backup restored"],
            log.Select(entry => entry.Split(": ")[1]).SkipWhile(what => what != "story hidden"));
        Assert.StartsWith("command line", log[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(Person, await restored.Client.GetStringAsync("/hangfire/audit"), StringComparison.Ordinal);
        Assert.False(Holds(Person));
        using var page = await restored.Client.GetAsync($"/stories/{hidden}");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task ABackupOfAnotherHub_LosesNothingThatHasTheNumberOfAnErasedStory()
    {
        await using (var other = await StartAsync())
        {
            await PollAsync(other);
            await BackUpAsync(other);
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder.File("data"), recursive: true);
        Serve("alpha", Of("x-1", $"{Person} diadili", Told.Html($"Sidang atas {Person} dibuka di pengadilan negeri kota itu.")));
        Serve("beta");
        int own;
        await using (var service = await StartAsync())
        {
            await PollAsync(service);
            await EraseAsync(service, await StoryOfAsync(service, "x-1", 1));
            await using var db = await service.DatabaseAsync();
            own = await db.AuditEntries.CountAsync();
        }

        Assert.Contains(
            $"erased again: 0), and the audit log goes on (entries that the backup has not: {own})", RestoreHere.Run(_folder, "away.db"),
                StringComparison.Ordinal);
        await using var restored = await StartAsync();
        Assert.Equal(3, (await restored.ItemsOf("/feed.json")).Count);
    }

    private static async Task AssertGoneAsync(TestService service, params long[] stories)
    {
        foreach (var story in stories)
        {
            using var page = await service.Client.GetAsync($"/stories/{story}");
            Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        }
    }

    private static string Id(JsonElement item) => item.GetProperty("id").GetString()!;

    private static async Task<long> StoryOfAsync(TestService service, string guid, int items)
    {
        var story = Assert.Single(
            await service.ItemsOf("/api/stories"), story => story.GetProperty("items").EnumerateArray().Any(item => Id(item) == guid));
        Assert.Equal(items, story.GetProperty("items").GetArrayLength());
        return story.GetProperty("id").GetInt64();
    }

    private static async Task<long> SplitOffAsync(TestService service, long story, string guid)
    {
        var items = (await service.GetJsonAsync($"/api/stories/{story}")).GetProperty("items").EnumerateArray();
        await PostAsync(
            service, $"/api/stories/{story}/split", new { item = items.Single(item => Id(item) == guid).GetProperty("key").GetInt64() });
        return await StoryOfAsync(service, guid, 1);
    }

    private static async Task PostAsync(TestService service, string address, object body)
    {
        using var answer = await service.Client.PostAsJsonAsync(address, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task EraseAsync(TestService service, long id)
    {
        using var answer = await service.Client.DeleteAsync($"/api/stories/{id}");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static async Task PollAsync(TestService service)
    {
        await service.PollAsync("alpha");
        await service.PollAsync("beta");
    }

    private static Written Of(string guid, string title, string text) =>
        new(guid, $"https://{guid[0]}.example/{guid}", title, Morning, text);

    private void Serve(string source, params Written[] items) => _newsroom.Serve($"/{source}", Feeds.Rss(source, items));

    private bool Holds(string word) => ((string[])["feedhub.db*", "search.db*"])
        .SelectMany(files => Directory.EnumerateFiles(_folder.File("data"), files))
        .Any(file => Read(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0);

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private async Task BackUpAsync(TestService service)
    {
        await service.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(CancellationToken.None);
        await RestoreHere.BackUpAsync(service, _folder.File("away.db"));
    }

    private Task<TestService> StartAsync() => TestService.StartAsync(
        _folder,
        Feeds.Json(((string[])["alpha", "beta", "gamma"]).Select(source => Feeds.Source(_newsroom.Url($"/{source}"), source))));
}
