using FeedHub.Hosting;
using FeedHub.Model.Settings;
using FeedHub.Storage.Writing;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FeedHub.Tests.Nodes;

/// <summary>A start that takes its time beside other nodes.</summary>
[Trait("Storage", "sqlite")]
public sealed class NodeStartTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PostgresFact]
    public async Task AStartThatTakesLong_GivesSignsOfLife_AndKeepsTheRight()
    {
        await using var app = await BuildAsync("slow");
        await app.Services.MigrateStorageAsync();
        Assert.True(app.Services.GetRequiredService<INodes>().IsOwner);

        await RunAsync("UPDATE nodes SET seen = seen - 60000");
        await TestService.UntilAsync(() => RunAsync("SELECT feedhub_now() - max(seen) FROM nodes"), rest => rest is < 3000L);
        await using var other = await TestService.StartAsync(_folder, Feeds.Json(), settings: await SettingsAsync("other"));
        Assert.False(other.Services.GetRequiredService<INodes>().IsOwner);

        await app.DisposeAsync();
        await TestService.UntilAsync(() => Task.FromResult(other.Services.GetRequiredService<INodes>().IsOwner), isOwner => isOwner);
    }

    [PostgresFact]
    public async Task AStartThatIsReplaced_SaysSoInALine()
    {
        await using var app = await BuildAsync("replaced", Feeds.Source("https://paper.example/feed", "Paper"));
        await RunAsync(
            "CREATE OR REPLACE FUNCTION feedhub_fence(mine bigint) RETURNS void LANGUAGE plpgsql AS "
                + "$$ BEGIN RAISE EXCEPTION 'replaced' USING ERRCODE = 'FH001'; END $$");
        var refused = await Assert.ThrowsAsync<StartException>(() => app.PrepareAsync());
        Assert.Contains("Another node took the right to store", refused.Message, StringComparison.Ordinal);
    }

    private async Task<WebApplication> BuildAsync(string node, params string[] sources)
    {
        await File.WriteAllTextAsync(_folder.File("feeds.json"), Feeds.Json(sources));
        return Program.CreateBuilder(
            [$"--FeedHub:FeedsFile={_folder.File("feeds.json")}", .. await SettingsAsync(node)]).BuildApp();
    }

    private async Task<string[]> SettingsAsync(string node) =>
    [
        .. await TestPostgres.ArgumentsAsync(_folder), $"--FeedHub:Node={node}", $"--FeedHub:DataDirectory={_folder.File(node)}",
    ];

    private async Task<object?> RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(TestPostgres.ConnectionString(_folder));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
