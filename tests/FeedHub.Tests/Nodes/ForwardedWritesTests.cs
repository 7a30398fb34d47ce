using System.Net;
using System.Net.Http.Json;
using FeedHub.Access;
using FeedHub.Storage.Engines.Postgres;
using FeedHub.Tests.Access;
using FeedHub.Tests.Hosting;
using Npgsql;

namespace FeedHub.Tests.Nodes;

/// <summary>What a person is told whom the owner does not answer.</summary>
[Trait("Storage", "sqlite")]
public sealed class ForwardedWritesTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private NpgsqlConnection? _right;

    public void Dispose()
    {
        _right?.Dispose();
        _folder.Dispose();
    }

    [PostgresFact]
    public async Task WhereTheOwnerDoesNotBegin_APersonReadsThatItIsKept_InTheirLanguage()
    {
        await using var service = await StartAsync();
        using var english = new Guest(service);
        using var indonesian = new Guest(service, ("Accept-Language", "id"));
        using var kept = await MakeKeyAsync(english, "one");
        Assert.Equal(HttpStatusCode.Accepted, kept.StatusCode);
        Assert.Contains("<h1>This is kept</h1>", await kept.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var disimpan = await MakeKeyAsync(indonesian, "two");
        var words = await disimpan.Content.ReadAsStringAsync();
        Assert.Contains("<h1>Permintaan ini disimpan dahulu</h1>", words, StringComparison.Ordinal);
        Assert.Contains("tidak ada node yang menyimpan", words, StringComparison.Ordinal);

        using var program = await service.Client.PostAsJsonAsync("/api/keys", new { name = "three", @for = "reader" });
        Assert.Equal("application/problem+json", program.Content.Headers.ContentType?.MediaType);
        Assert.Contains("What you asked for is kept", await program.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await EndOwnerAsync();
        await TestService.UntilAsync(() => service.ItemsOf("/api/keys"), keys => keys.Count == 3);
    }

    [PostgresFact]
    public async Task WhereTheOwnerEndedAmidIt_APersonReadsThatItMayBeDoneInPart_InTheirLanguage()
    {
        await using var service = await StartAsync();
        using var indonesian = new Guest(service, ("Accept-Language", "id"));
        var asking = MakeKeyAsync(indonesian, "one");
        await TestService.UntilAsync(
            () => RunAsync("WITH begun AS (UPDATE noderequests SET epoch = 1, changed = true RETURNING 1) SELECT count(*) FROM begun"),
            begun => begun is 1L);
        await EndOwnerAsync();
        using var answer = await asking;
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var words = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<h1>Periksa apakah ini sudah dilakukan</h1>", words, StringComparison.Ordinal);
        Assert.Contains("tidak diulang", words, StringComparison.Ordinal);
        Assert.Empty(await service.ItemsOf("/api/keys"));
    }

    private static Task<HttpResponseMessage> MakeKeyAsync(Guest guest, string name) =>
        guest.PostAsync("/hangfire/access", "/hangfire/access/keys", ("name", name), ("role", Roles.Admin));

    // The right is a node's that gives signs of life and does nothing.
    private async Task<TestService> StartAsync()
    {
        var settings = await TestPostgres.ArgumentsAsync(_folder);
        await RunAsync("UPDATE owner SET epoch = 1, run = 'idle'; "
            + "INSERT INTO nodes (run, name, version, since, seen) VALUES ('idle', 'idle', '1', 0, feedhub_now() + 600000)");
        _right = new($"{TestPostgres.ConnectionString(_folder)};Pooling=false");
        await _right.OpenAsync();
        await using var take = new NpgsqlCommand($"SELECT pg_advisory_lock({Ownership.Lock})", _right);
        await take.ExecuteNonQueryAsync();
        return await TestService.StartAsync(_folder, Feeds.Json(), settings: settings);
    }

    private async Task EndOwnerAsync()
    {
        await RunAsync("DELETE FROM nodes WHERE run = 'idle'");
        await _right!.DisposeAsync();
    }

    private async Task<object?> RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(TestPostgres.ConnectionString(_folder));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
