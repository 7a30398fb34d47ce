using System.Net;
using FeedHub.Storage.Writing;
using FeedHub.Tests.Access;
using FeedHub.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FeedHub.Tests.Nodes;

/// <summary>A person behind a proxy that gives each request to any node.</summary>
[Trait("Storage", "sqlite")]
public sealed class SeenAtOnceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PostgresFact]
    public async Task ASessionOfWhichANodeHasNotHeardYet_OpensItsPages()
    {
        await using var one = await StartAsync("one");
        await using var two = await StartAsync("two");
        await TestService.UntilAsync(() => Task.FromResult(two.Services.GetRequiredService<INodes>().HasOthers), others => others);
        using var here = new Guest(one);
        await here.SignInAsync();
        using var there = here.At(two);
        await there.PageAsync("/hangfire/access");

        // What the database has and nobody tells of.
        await RunAsync("CREATE TABLE kept AS SELECT * FROM adminsessions; DELETE FROM adminsessions");
        await RunAsync("UPDATE counters SET value = value + 1 WHERE name = 'nodes.edits'");
        await TestService.UntilAsync(() => StatusAsync(there), status => status != HttpStatusCode.OK);
        await RunAsync("INSERT INTO adminsessions SELECT * FROM kept");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(there));
    }

    [PostgresFact]
    public async Task APageOfANodeThatHasNotHeardYet_ShowsWhatTheOwnerChanged()
    {
        await using var one = await StartAsync("one");
        await using var two = await StartAsync("two");
        await TestService.UntilAsync(() => Task.FromResult(one.Services.GetRequiredService<INodes>().HasOthers), others => others);
        await TestService.UntilAsync(() => Task.FromResult(two.Services.GetRequiredService<INodes>().HasOthers), others => others);
        using var here = new Guest(one);
        await here.SignInAsync();
        using var there = here.At(two);
        for (var days = 20; days < 40; days++)
        {
            using var set = await here.PostAsync(
                "/hangfire/settings", "/hangfire/settings", ("key", "Publishing:WindowDays"), ("value", $"{days}"), ("sure", "1"));
            Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);
            Assert.Contains($"value=\"{days}\"", await there.PageAsync("/hangfire/settings"), StringComparison.Ordinal);
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(Guest guest)
    {
        using var answer = await guest.GetAsync("/hangfire/access");
        return answer.StatusCode;
    }

    private async Task<TestService> StartAsync(string node) => await TestService.StartAsync(
        _folder,
        Feeds.Json(),
        settings:
        [
            .. await TestPostgres.ArgumentsAsync(_folder), $"--FeedHub:Node={node}", $"--FeedHub:DataDirectory={_folder.File(node)}",
            $"--FeedHub:Admin:Password={Guest.Password}",
        ]);

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(TestPostgres.ConnectionString(_folder));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
