using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FeedHub.Tests.Fetching;

/// <summary>One request as a publisher saw it.</summary>
internal sealed record SeenRequest(string Target, IReadOnlyDictionary<string, string> Headers);

/// <summary>A real HTTP server on a loopback port of its own.</summary>
internal sealed class FakePublisher : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<SeenRequest> _seen = new();

    private FakePublisher(RequestDelegate answer, Action<ListenOptions> listen)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen));
        _app = builder.Build();
        _app.Run(context =>
        {
            _seen.Enqueue(Note(context));
            return answer(context);
        });
    }

    public IReadOnlyList<SeenRequest> Seen => [.. _seen];

    public int Port { get; private set; }

    public static Task<FakePublisher> StartAsync(RequestDelegate answer) => StartAsync(answer, _ => { });

    public static async Task<FakePublisher> StartAsync(RequestDelegate answer, Action<ListenOptions> listen)
    {
        var publisher = new FakePublisher(answer, listen);
        await publisher._app.StartAsync();
        publisher.Port = new Uri(
            publisher._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        return publisher;
    }

    public string Url(string path = "/feed") => $"http://127.0.0.1:{Port}{path}";

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static SeenRequest Note(HttpContext context) => new(
        context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget,
        context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
}
