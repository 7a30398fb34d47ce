using System.Net.Http.Json;
using FeedHub.Configuring;
using FeedHub.Icons;
using FeedHub.Polling.Sending;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FeedHub.Tests.Nodes;

/// <summary>What is asked of a node, and what becomes of it where the owner ends amid it.</summary>
[Trait("Storage", "sqlite")]
public sealed class OnceOnlyTests : IDisposable
{
    private static readonly byte[] Png =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 16, 0, 0, 0, 16, 8, 6, 0];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PostgresFact]
    public async Task WhatAnOwnerStoredForAnotherNode_BeforeItEndedWithoutAnAnswer_IsNotDoneAgain()
    {
        await using var one = await StartAsync("one");
        await using var two = await StartAsync("two");
        (await two.Client.PostAsJsonAsync("/api/keys", new { name = "a reader's", @for = "reader" })).EnsureSuccessStatusCode();
        var refused = await two.Client.PostAsJsonAsync("/api/keys", new { name = "", @for = "nobody" });
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("true false", await RunAsync("SELECT string_agg(changed::text, ' ' ORDER BY id) FROM noderequests"));

        var key = (await one.ItemsOf("/api/keys")).Single().GetProperty("id");
        (await one.Client.DeleteAsync($"/api/keys/{key}")).EnsureSuccessStatusCode();

        await ForgetAnswersAsync();
        Assert.Empty(await one.ItemsOf("/api/keys"));

        // Where nothing of it stands, it is done.
        await RunAsync("UPDATE noderequests SET changed = false");
        await ForgetAnswersAsync();
        Assert.Single(await one.ItemsOf("/api/keys"));
    }

    [PostgresFact]
    public async Task AnIcon_ThatOneNodeFetched_IsServedByAllNodes()
    {
        await using var one = await StartAsync("one");
        await using var two = await StartAsync("two");
        Assert.Null(two.Services.GetRequiredService<SourceIcons>().Find("paper"));
        var icons = one.Services.GetRequiredService<SourceIcons>();
        Assert.True(icons.Keep("paper", Png, DateTimeOffset.UnixEpoch));
        Assert.False(icons.Keep("paper", null, DateTimeOffset.UnixEpoch.AddDays(1)));
        Assert.True(icons.Keep("gone", Png, DateTimeOffset.UnixEpoch));
        icons.Retain(new HashSet<string> { "paper" });
        icons.Tell();

        var there = two.Services.GetRequiredService<SourceIcons>();
        await TestService.UntilAsync(() => Task.FromResult(there.Find("paper")?.At), at => at == DateTimeOffset.UnixEpoch.AddDays(1));
        Assert.Equal(Png, await two.Client.GetByteArrayAsync(there.AddressOf("paper")));
        Assert.Null(there.Find("gone"));
        await WaitForAHostAsync(one.Services.GetRequiredService<HostClaims>(), two.Services.GetRequiredService<HostClaims>());
    }

    // Who is at a host where something is always due lets in nobody more once another node waits for it.
    private static async Task WaitForAHostAsync(HostClaims waits, HostClaims isThere)
    {
        const string Host = "always-busy.example";
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var stay = await isThere.EnterAsync(Host, TimeSpan.Zero, CancellationToken.None);
        var waiting = waits.EnterAsync(Host, TimeSpan.FromMinutes(1), CancellationToken.None).AsTask();
        while (await isThere.EnterAsync(Host, TimeSpan.Zero, CancellationToken.None) is { } next)
        {
            stay!.Dispose();
            stay = next;
            await Task.Delay(50, patience.Token);
        }

        Assert.False(waiting.IsCompleted);
        stay!.Dispose();
        using var turn = await waiting;
        Assert.NotNull(turn);
    }

    [PostgresFact]
    public async Task WhatWasAnsweredTenMinutesAgo_IsForgotten_AlsoWhereNobodyAsksAgain()
    {
        await TestPostgres.ArgumentsAsync(_folder);
        await RunAsync("INSERT INTO noderequests (run, at, request, epoch, answer, answeredat) VALUES "
            + "('gone', 0, 'a password', 0, 'an answer', feedhub_now() - 700000)");
        await using var one = await StartAsync("one");
        await TestService.UntilAsync(() => RunAsync("SELECT count(*) FROM noderequests"), left => left is 0L);
    }

    [PostgresFact]
    public async Task ASettingThatAFormerOwnerWouldSet_IsRefusedInWords()
    {
        await using var one = await StartAsync("one");
        var settings = one.Services.GetRequiredService<SettingChanges>();
        Assert.Null(settings.Change("Retention:Days", "30").Error);
        await RunAsync("UPDATE owner SET epoch = epoch + 1");
        Assert.Contains("Another node stores", settings.Change("Retention:Days", "40").Error, StringComparison.Ordinal);
        Assert.Equal("30", await RunAsync("SELECT value FROM storedsettings"));
    }

    private async Task<TestService> StartAsync(string node) => await TestService.StartAsync(
        _folder,
        Feeds.Json(),
        settings:
        [
            .. await TestPostgres.ArgumentsAsync(_folder), $"--FeedHub:Node={node}", $"--FeedHub:DataDirectory={_folder.File(node)}",
        ]);

    // As an owner leaves them that ends before it can note its answers.
    private async Task ForgetAnswersAsync()
    {
        await RunAsync("UPDATE noderequests SET answer = NULL, answeredat = NULL, epoch = epoch - 1");
        await TestService.UntilAsync(
            () => RunAsync("SELECT count(*)::text FROM noderequests WHERE answer IS NULL"), waiting => waiting is "0");
    }

    private async Task<object?> RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(TestPostgres.ConnectionString(_folder));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
