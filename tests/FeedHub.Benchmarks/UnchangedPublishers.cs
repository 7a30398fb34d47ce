using System.Diagnostics;
using System.Text;

namespace FeedHub.Benchmarks;

/// <summary>Publishers on one loopback server whose feeds never change, and which note when they were asked.</summary>
internal sealed class UnchangedPublishers : IAsyncDisposable
{
    /// <summary>Validator of every feed.</summary>
    public const string ETag = "\"unchanged\"";

    private readonly WebApplication _app;
    private long _first;
    private long _last;
    private int _asked;
    private int _notModified;

    private UnchangedPublishers(int sources)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
        Count = sources;
    }

    private int Count { get; }

    /// <summary>Address of each feed.</summary>
    public IReadOnlyList<string> Urls => [.. Enumerable.Range(0, Count).Select(n => $"{_app.Urls.First()}/{n}")];

    /// <summary>Answers that were 304 so far.</summary>
    public int NotModified => _notModified;

    /// <summary>From the first request since <see cref="Restart"/> to the last.</summary>
    public TimeSpan Spread => Stopwatch.GetElapsedTime(_first, _last);

    public static async Task<UnchangedPublishers> StartAsync(int sources)
    {
        var publishers = new UnchangedPublishers(sources);
        await publishers._app.StartAsync();
        return publishers;
    }

    /// <summary>Counts from zero again.</summary>
    public void Restart() => (_first, _last, _asked) = (0, 0, 0);

    /// <summary>Waits for so many requests since then.</summary>
    public async Task AnsweredAsync(int requests, TimeSpan patience)
    {
        for (var started = Stopwatch.GetTimestamp(); Volatile.Read(ref _asked) < requests; await Task.Delay(20))
        {
            if (Stopwatch.GetElapsedTime(started) > patience)
                throw new TimeoutException($"{_asked} requests came of {requests}.");
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var now = Stopwatch.GetTimestamp();
        Interlocked.CompareExchange(ref _first, now, 0);
        Interlocked.Exchange(ref _last, now);
        Interlocked.Increment(ref _asked);
        context.Response.Headers.ETag = ETag;
        if (context.Request.Headers.IfNoneMatch == ETag)
        {
            Interlocked.Increment(ref _notModified);
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = "application/rss+xml";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Feed(context.Request.Path.Value![1..])));
    }

    private static string Feed(string name) =>
        $"<rss version=\"2.0\"><channel><title>Source {name}</title><link>https://s{name}.example/</link><description/>"
        + $"<item><title>One of {name}</title><link>https://s{name}.example/1</link><guid>https://s{name}.example/1</guid></item></channel></rss>";
}
