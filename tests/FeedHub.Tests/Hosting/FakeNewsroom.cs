using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FeedHub.Tests.Hosting;

/// <summary>Publishers on loopback that a test scripts: what each path answers, and a record of what was asked.</summary>
public sealed class FakeNewsroom : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new();

    private FakeNewsroom(WebApplication app) => _app = app;

    /// <summary>Requests in the order in which they came.</summary>
    public ConcurrentQueue<Asked> Requests { get; } = new();

    public string Address => _app.Urls.First();

    /// <summary>Starts it, at so many addresses of loopback.</summary>
    public static async Task<FakeNewsroom> StartAsync(int hosts = 1)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls([.. Enumerable.Range(1, hosts).Select(host => $"http://127.0.0.{host}:0")]);
        var app = builder.Build();
        var newsroom = new FakeNewsroom(app);
        app.Run(newsroom.AnswerAsync);
        await app.StartAsync();
        return newsroom;
    }

    public string Url(string path) => Address + path;

    /// <summary>The path at one of several addresses.</summary>
    public string Url(string path, int host) => _app.Urls.ElementAt(host % _app.Urls.Count) + path;

    public IReadOnlyList<Asked> AskedFor(string path) => [.. Requests.Where(r => r.Path == path)];

    /// <summary>The path gives this feed, with a strong ETag, and 304 to who has it.</summary>
    public void Serve(string path, string feed, string mediaType = "application/rss+xml")
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(feed);
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"";
        Answer(path, async context =>
        {
            context.Response.Headers.ETag = etag;
            if (context.Request.Headers.IfNoneMatch == etag)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            context.Response.ContentType = mediaType;
            await context.Response.Body.WriteAsync(bytes);
        });
    }

    public void Answer(string path, RequestDelegate answer) => _answers[path] = answer;

    public void Answer(string path, int status) => Answer(path, context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        Requests.Enqueue(
            new(path, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        return _answers.GetValueOrDefault(path, NotThere)(context);
    }

    private static Task NotThere(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}

/// <summary>A request that came.</summary>
public sealed record Asked(string Path, IReadOnlyDictionary<string, string> Headers)
{
    public bool IsConditional => Headers.ContainsKey("If-None-Match") || Headers.ContainsKey("If-Modified-Since");
}
