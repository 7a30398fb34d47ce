using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Access;

/// <summary>Every page of the dashboard and every write there is, found in the routes: a new one is tried by itself.</summary>
public sealed partial class EveryDoorTests : IDisposable
{
    private static readonly string[] HangfireCommands =
    [
        "recurring/trigger", "recurring/remove", "jobs/enqueued/delete", "jobs/processing/requeue", "jobs/processing/delete",
        "jobs/scheduled/enqueue", "jobs/scheduled/delete",
        "jobs/failed/requeue", "jobs/failed/delete", "jobs/succeeded/requeue", "jobs/deleted/requeue", "jobs/awaiting/enqueue",
        "jobs/awaiting/delete", "jobs/actions/requeue/1", "jobs/actions/delete/1",
    ];

    private static readonly string[] HangfirePages =
        ["", "/", "/jobs/enqueued", "/jobs/scheduled", "/jobs/processing", "/jobs/succeeded", "/jobs/failed", "/jobs/deleted",
            "/jobs/awaiting", "/retries", "/recurring", "/servers"];

    private static readonly (string, string) Admin = Basic(Guest.Password);
    private static readonly (string, string) Reader = Basic(Guest.ViewPassword);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EveryPageAndEveryWrite_IsShutToStrangers_AndEveryWriteToThoseWhoOnlyLook()
    {
        await using var service = await StartAsync(
            $"--FeedHub:Admin:Password={Guest.Password}",
            $"--FeedHub:Admin:ViewPassword={Guest.ViewPassword}",
            "--FeedHub:Admin:ApiKey=key-of-the-settings");
        var doors = Doors(service);
        Assert.True(doors.Count(d => d.IsWrite) > 35, $"Only {doors.Count} doors were found.");
        var wrong = new List<string>();
        foreach (var door in doors)
        {
            async Task ExpectAsync(string who, Func<HttpStatusCode, bool> isRight, params (string, string)[] headers)
            {
                var status = await StatusAsync(service, door, headers);
                if (!isRight(status))
                    wrong.Add($"{door.Method} {door.Path} for {who}: {status}");
            }

            await ExpectAsync("a stranger", s => s == HttpStatusCode.Unauthorized);
            await ExpectAsync("a stranger's browser", s => s == HttpStatusCode.Redirect, ("Accept", "text/html"));
            await ExpectAsync("a wrong key", s => s == HttpStatusCode.Unauthorized, ("Authorization", "Bearer fh_wrong"));
            await ExpectAsync("the cut key", s => s == HttpStatusCode.Unauthorized, ("Authorization", "Bearer key-of-the-setting"));
            await ExpectAsync("a forged cookie", s => s == HttpStatusCode.Unauthorized, ("Cookie", "feedhub-session=CfDJ8AAAA"));
            if (door.IsWrite)
                await ExpectAsync(
                    "an admin's browser on another site",
                    s => s == HttpStatusCode.Forbidden,
                    Admin,
                    ("Origin", "https://evil.example"));
            if (door.IsWrite && !door.IsForReaders)
                await ExpectAsync("a reader", s => s == HttpStatusCode.Forbidden, Reader);
            if (!door.IsWrite)
                await ExpectAsync("a reader", s => s is HttpStatusCode.OK or HttpStatusCode.NotFound, Reader);
            if (door.IsWrite && door.Path.StartsWith("/hangfire", StringComparison.Ordinal))
                await ExpectAsync("an admin without a token", s => s is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, Admin);
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.Equal(
            HttpStatusCode.OK,
            await StatusAsync(service, new("GET", "/hangfire/sources", false), [("Authorization", "Bearer key-of-the-settings")]));
    }

    [Fact]
    public async Task WithoutAPassword_EveryDoorIsShutBehindAProxy_UnderAnyHeaders()
    {
        await using var service = await StartAsync("--FeedHub:PublicUrl=https://news.example.org");
        (string, string)[] proxied =
        [
            ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Host", "localhost"),
            ("X-Forwarded-Proto", "https"), ("X-Forwarded-Port", "443"),
            ("X-Forwarded-Server", "proxy"), ("X-Forwarded-Prefix", "/"), ("Forwarded", "for=127.0.0.1"), ("X-Real-IP", "127.0.0.1"),
            ("Via", "1.1 proxy"), ("X-Original-Host", "localhost"),
            ("X-Original-URL", "/"), ("CF-Connecting-IP", "203.0.113.7"), ("CF-Ray", "1"), ("CDN-Loop", "cdn"),
            ("True-Client-IP", "203.0.113.7"), ("X-Client-IP", "203.0.113.7"),
            ("X-Cluster-Client-IP", "203.0.113.7"), ("Fastly-Client-IP", "203.0.113.7"), ("Fly-Client-IP", "203.0.113.7"),
            ("X-Envoy-External-Address", "203.0.113.7"), ("Host", "news.example.org"),
            ("Host", "localhost.evil.example"),
        ];
        foreach (var header in proxied)
            Assert.True(
                await StatusAsync(service, new("GET", "/hangfire/sources", false), header) == HttpStatusCode.Unauthorized,
                $"{header} was let in");
        foreach (var door in Doors(service))
            Assert.True(
                await StatusAsync(service, door, ("Host", "news.example.org")) == HttpStatusCode.Unauthorized,
                $"{door} was let in");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, new("GET", "/hangfire/sources", false)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, new("GET", "/sign-in", false), ("Host", "news.example.org")));
    }

    private static List<Door> Doors(TestService service) =>
    [
        .. service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(DoorsOf).Distinct(),
        .. HangfirePages.Select(page => new Door("GET", $"/hangfire{page}", false)),
        .. HangfireCommands.Select(command => new Door("POST", $"/hangfire/{command}", false)),
    ];

    private static IEnumerable<Door> DoorsOf(RouteEndpoint endpoint)
    {
        var path = "/" + Parameter().Replace(
            endpoint.RoutePattern.RawText!.TrimStart('/'),
            match => match.Value.Contains(":long", StringComparison.Ordinal) ? "1" : "alpha");
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
        var isForReaders = endpoint.Metadata.Any(m => m.GetType().Name == "ForReaders");
        return methods.Select(method => new Door(method, path, isForReaders))
            .Where(door => door.Path.StartsWith("/hangfire/", StringComparison.Ordinal)
                || (door.IsWrite && door.Path.StartsWith("/api", StringComparison.Ordinal)));
    }

    private static async Task<HttpStatusCode> StatusAsync(TestService service, Door door, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new(door.Method), door.Path);
        if (door.IsWrite)
            request.Content = new StringContent(
                "{}",
                Encoding.UTF8,
                door.Path.StartsWith("/api", StringComparison.Ordinal) ? "application/json" : "application/x-www-form-urlencoded");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await service.Client.SendAsync(request);
        return answer.StatusCode;
    }

    private static (string, string) Basic(string password) =>
        ("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"me:{password}")));

    private Task<TestService> StartAsync(params string[] settings) => TestService.StartAsync(
        _folder, Feeds.Json(
            Feeds.Source("http://127.0.0.1:9/a", "Alpha")), settings: ["--FeedHub:Limits:RequestsPerMinute=0", .. settings]);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    private sealed record Door(string Method, string Path, bool IsForReaders)
    {
        public bool IsWrite => Method is not ("GET" or "HEAD");
    }
}
