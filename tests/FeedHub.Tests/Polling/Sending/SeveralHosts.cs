using System.Collections.Concurrent;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FeedHub.Tests.Polling.Sending;

/// <summary>Publishers at several addresses of loopback, each a host of its own, with a record of who was there when.</summary>
public sealed class SeveralHosts : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _held = new();

    private SeveralHosts(WebApplication app) => _app = app;

    /// <summary>Visits that have ended.</summary>
    public ConcurrentQueue<Visit> Visits { get; } = new();

    /// <summary>The hosts.</summary>
    public IEnumerable<string> Names => _app.Urls.Select(host => new Uri(host).Host);

    /// <summary>How long an answer takes.</summary>
    public TimeSpan Takes { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Items that every feed lists.</summary>
    public int Items { get; set; } = 3;

    public static async Task<SeveralHosts> StartAsync(int hosts)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls([.. Enumerable.Range(1, hosts).Select(host => $"http://127.0.0.{host}:0")]);
        var app = builder.Build();
        var all = new SeveralHosts(app);
        app.Run(all.AnswerAsync);
        await app.StartAsync();
        return all;
    }

    /// <summary>Addresses of so many feeds at each host.</summary>
    public IReadOnlyList<string> Feeds(int each) =>
        [.. _app.Urls.SelectMany(host => Enumerable.Range(0, each).Select(feed => $"{host}/f{feed}"))];

    /// <summary>Answers at this host wait from now on; returns what lets them go.</summary>
    public TaskCompletionSource Hold(string host) => _held.GetOrAdd(host, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // One item of each feed is everywhere the same.
    private string FeedOf(string host, string path) => Hosting.Feeds.Rss(
        "paper",
        Enumerable.Range(0, Items).Select(i => i == 0
            ? new Written("shared", "https://agency.example/shared", "What all of them have from one agency")
            : new Written($"{host}{path}:{i}", $"https://paper.example/{host}{path}/{i}", $"Report {i} of {host} in its part {path}")));

    private async Task AnswerAsync(HttpContext context)
    {
        var (host, path, from) = (context.Request.Host.Host, context.Request.Path.Value!, DateTime.UtcNow);
        var agent = context.Request.Headers.UserAgent.ToString();
        Visits.Enqueue(new(host, path, agent, from, null));
        if (_held.TryGetValue(host, out var held))
            await held.Task.WaitAsync(context.RequestAborted);
        await Task.Delay(Takes, context.RequestAborted);
        var until = DateTime.UtcNow;
        context.Response.ContentType = "application/rss+xml";
        await context.Response.WriteAsync(FeedOf(host, path));
        Visits.Enqueue(new(host, path, agent, from, until));
    }
}

/// <summary>A visit, at its begin and again at its end.</summary>
public sealed record Visit(string Host, string Path, string Agent, DateTime From, DateTime? Until);
