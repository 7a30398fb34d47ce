using System.Net;
using FeedHub.Model.Sources;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Polling;

/// <summary>The host of a source stands beside its address, for every way to write that.</summary>
public sealed class SourceHostTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;

    private string Elsewhere => _newsroom.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public async Task InitializeAsync() => _newsroom = await FakeNewsroom.StartAsync();

    public async Task DisposeAsync()
    {
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    [Trait("Storage", "sqlite")]
    public async Task ADatabaseOfAVersionWithoutHosts_HasThemAfterTheStart_AlsoWhereTheNameIsNotAscii()
    {
        string[] urls = ["https://B\u00fccher.example:8443/f", "http://[2001:DB8::1]/f", "https://A.Example./f"];
        await using (var service = await StartAsync(urls))
        {
            await using var db = await service.DatabaseAsync();
            await db.Sources.ExecuteUpdateAsync(set => set.SetProperty(s => s.Host, ""));
        }

        await using var again = await StartAsync(urls);
        Assert.Equal(["xn--bcher-kva.example", "[2001:db8::1]", "a.example"], await HostsAsync(again));
    }

    [Fact]
    public async Task AnAdminOrAServerThatMovesASource_MovesItsHost()
    {
        _newsroom.Serve("/new", Feeds.Rss("Alpha", new Written("1", "https://alpha.example/1", "One")));
        _newsroom.Answer("/a", context =>
        {
            context.Response.Redirect($"{Elsewhere}/new", permanent: true);
            return Task.CompletedTask;
        });
        await using var service = await StartAsync(_newsroom.Url("/a"));
        Assert.Equal(["127.0.0.1"], await HostsAsync(service));
        await service.PollAsync("s0");
        Assert.Equal(["localhost"], await HostsAsync(service));
        using var answer = await service.Client.PatchAsync(
            "/api/sources/s0", new StringContent("""{ "url": "https://Moved.example/f" }""", null, "application/json"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["moved.example"], await HostsAsync(service));
    }

    [Fact]
    public async Task TheSourcesOfAServer_AreThoseOfItsHostAndPort()
    {
        await using var service = await StartAsync(
            "https://a.example/1",
            "http://a.example/2",
            "https://a.example:8443/3",
            "https://www.a.example/4",
            "https://b.example/5?u=://a.example/",
            "http://a.example:443/6",
            "https://A.EXAMPLE.:443/7",
            "http://[::1]:8080/8");
        Assert.Equal(["s0", "s1", "s6"], await DueAsync(service, "a.example"));
        Assert.Equal(["s2"], await DueAsync(service, "a.example:8443"));
        Assert.Equal(["s5"], await DueAsync(service, "a.example:443"));
        Assert.Equal(["s7"], await DueAsync(service, "[::1]:8080"));
        Assert.Empty(await DueAsync(service, ""));
    }

    private static async Task<List<string>> HostsAsync(TestService service)
    {
        await using var db = await service.DatabaseAsync();
        return await db.Sources.OrderBy(s => s.Id).Select(s => s.Host).ToListAsync();
    }

    private static async Task<List<string>> DueAsync(TestService service, string server)
    {
        var due = await service.Services.GetRequiredService<DatabaseWriter>().RunAsync(
            session => PlannedPolls.DueBefore(session, server, DateTimeOffset.MaxValue), CancellationToken.None);
        await using var db = await service.DatabaseAsync();
        var sources = await db.Sources.Where(s => due.Contains(s.Id)).OrderBy(s => s.Id).ToListAsync();
        Assert.All(sources, source => Assert.Equal(server, SourceUrl.ServerOf(source.Url)));
        return [.. sources.Select(s => s.Slug)];
    }

    private Task<TestService> StartAsync(params string[] urls) =>
        TestService.StartAsync(_folder, Feeds.Json([.. urls.Select((url, n) => Feeds.Source(url, $"S{n}"))]));
}
