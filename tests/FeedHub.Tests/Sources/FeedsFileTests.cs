using System.Text.Json;
using FeedHub.Sources;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Sources;

/// <summary>feeds.json and the database: who wins when.</summary>
public sealed class FeedsFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AChangedFile_AddsChangesAndPauses_AndKeepsItems()
    {
        await using var service = await StartAsync(Entry("a", "Alpha"), Entry("b", "Beta"));
        await WriteAsync(Entry("b", "Beta, renamed"), Entry("c", "Gamma"));

        var sources = await TestService.UntilAsync(() => StatesAsync(service), states => states.ContainsKey("gamma"));

        Assert.Equal("paused", sources["alpha"].GetProperty("state").GetString());
        Assert.Equal("Beta, renamed", sources["beta"].GetProperty("title").GetString());
    }

    [Fact]
    public async Task ABrokenFileWhileRunning_ChangesNothing_AndSaysWhereItIsBroken()
    {
        await using var service = await StartAsync(Entry("a", "Alpha"));
        await File.WriteAllTextAsync(_folder.File("feeds.json"), "{ \"sources\": [\n  { \"urll\": 1 }\n] }");

        var sync = service.Services.GetRequiredService<FeedsFileSync>();
        var errors = await TestService.UntilAsync(() => Task.FromResult(sync.Errors), errors => errors.Count > 0);

        Assert.Contains("feeds.json:2:", errors[0], StringComparison.Ordinal);
        Assert.Equal("active", (await StatesAsync(service))["alpha"].GetProperty("state").GetString());

        await WriteAsync(Entry("a", "Alpha"), Entry("b", "Beta"));
        await TestService.UntilAsync(() => StatesAsync(service), states => states.ContainsKey("beta"));
        Assert.Empty(sync.Errors);
    }

    [Fact]
    public async Task WhatAnAdminDid_IsNotOverwrittenByAnUnchangedEntry()
    {
        await using (var service = await StartAsync(Entry("a", "Alpha"), Entry("b", "Beta")))
        {
            await PatchAsync(service, "alpha", """{ "title": "Alpha by admin", "enabled": false }""");
            using var deleted = await service.Client.DeleteAsync("/api/sources/beta");
            deleted.EnsureSuccessStatusCode();
        }

        await using var again = await StartAsync(Entry("a", "Alpha"), Entry("b", "Beta"), Entry("c", "Gamma"));
        var sources = await StatesAsync(again);
        Assert.Equal(["alpha", "gamma"], sources.Keys.Order());
        Assert.Equal(
            ("Alpha by admin", "paused"),
            (sources["alpha"].GetProperty("title").GetString(), sources["alpha"].GetProperty("state").GetString()));
    }

    [Fact]
    public async Task AnEntryThatComesBack_IsPolledAgain()
    {
        await using (await StartAsync(Entry("a", "Alpha"), Entry("b", "Beta")))
        {
        }

        await using (var without = await StartAsync(Entry("b", "Beta")))
            Assert.Equal("paused", (await StatesAsync(without))["alpha"].GetProperty("state").GetString());

        await using var with = await StartAsync(Entry("a", "Alpha"), Entry("b", "Beta"));
        Assert.Equal("active", (await StatesAsync(with))["alpha"].GetProperty("state").GetString());
    }

    [Fact]
    public async Task ARuleOfASourceThatThereIsNot_IsSaidWithWhatWasMeant_AndTheRestIsInForce()
    {
        const string Rules = """
            , "drop": [ { "any": ["promo"], "sources": ["alhpa"] }, { "any": ["quiz"], "sources": ["alpha"] } ] }
            """;
        await using var service = await StartOfAsync(Feeds.Json(Entry("a", "Alpha")).TrimEnd().TrimEnd('}') + Rules);
        var sync = service.Services.GetRequiredService<FeedsFileSync>();

        var unknown = Assert.Single(sync.UnknownSources);
        Assert.EndsWith("drop rule 1 names the source \"alhpa\": there is no source \"alhpa\": did you mean \"alpha\"?", unknown);
        Assert.Empty(sync.Errors);
        Assert.Equal(2, (await service.GetJsonAsync("/api/rules")).GetProperty("drop").GetArrayLength());
        Assert.Contains("alhpa", await service.Client.GetStringAsync("/hangfire/sources"), StringComparison.Ordinal);
        Assert.Contains("drop rule 1 names", await service.Client.GetStringAsync("/hangfire"), StringComparison.Ordinal);

        // Rules may name what is added by hand.
        using var added = await service.Client.PostAsync(
            "/api/sources", new StringContent("""{ "url": "http://127.0.0.1:9/z", "title": "Alhpa" }""", null, "application/json"));
        added.EnsureSuccessStatusCode();
        Assert.Empty(sync.UnknownSources);
    }

    private static string Entry(string path, string title) => Feeds.Source($"http://127.0.0.1:9/{path}", title);

    private static async Task<Dictionary<string, JsonElement>> StatesAsync(TestService service) =>
        (await service.ItemsOf("/api/sources")).ToDictionary(s => s.GetProperty("id").GetString()!);

    private static async Task PatchAsync(TestService service, string slug, string body)
    {
        using var answer = await service.Client.PatchAsync($"/api/sources/{slug}", new StringContent(body, null, "application/json"));
        answer.EnsureSuccessStatusCode();
    }

    private Task<TestService> StartAsync(params string[] entries) => StartOfAsync(Feeds.Json(entries));

    private async Task<TestService> StartOfAsync(string file)
    {
        var service = await TestService.StartAsync(_folder, file);
        service.Services.GetRequiredService<FeedsFileSync>().Watch();
        return service;
    }

    private Task WriteAsync(params string[] entries) => File.WriteAllTextAsync(_folder.File("feeds.json"), Feeds.Json(entries));
}
