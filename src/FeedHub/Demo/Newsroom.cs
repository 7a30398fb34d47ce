using System.Globalization;
using System.Net;

namespace FeedHub.Demo;

/// <summary>Sample publishers on a loopback port of their own, which print more while one watches.</summary>
/// <remarks>Every answer is a function of the clock.</remarks>
public sealed class Newsroom : IAsyncDisposable
{
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(2.5);

    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _start;
    private readonly Newsdesk _desk;

    private Newsroom(WebApplication app, TimeProvider time, Uri address)
    {
        // HTTP dates have whole seconds; a start between two would make Last-Modified disagree with the items.
        _start = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        (_app, _time, Address) = (app, time, address);
        _desk = new Newsdesk(_start, address);
    }

    /// <summary>Where the newsroom stands, such as <c>http://127.0.0.1:43210/</c>.</summary>
    public Uri Address { get; }

    /// <summary>A <c>feeds.json</c> that lists every publisher.</summary>
    public string FeedsJson => NewsroomFeedsFile.Write(_desk.Addresses);

    /// <summary>Opens the newsroom on a free port of 127.0.0.1.</summary>
    /// <param name="time">The clock that decides what has been printed.</param>
    /// <param name="cancellationToken">Gives up the opening.</param>
    /// <exception cref="IOException">The loopback address cannot be bound.</exception>
    public static async Task<Newsroom> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore().AddSingleton<IHostLifetime, OwnedLifetime>();
        var app = builder.Build();

        // The port is known only once the server listens, and nobody knows the address before this method returns it.
        var opened = new TaskCompletionSource<Newsroom>(TaskCreationOptions.RunContinuationsAsynchronously);
        Map(app, opened.Task);
        await app.StartAsync(cancellationToken);
        opened.SetResult(new Newsroom(app, time, new Uri(app.Urls.Single())));
        return await opened.Task;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Map(WebApplication app, Task<Newsroom> newsroom)
    {
        app.MapGet("/", async context => await Answer.Html(context, NewsroomPages.Index((await newsroom)._desk.Addresses)));
        app.MapGet("/pictures/{key:long}.svg", context => Answer.Bytes(context, DemoPicture.MediaType, DemoPicture.Draw(Key(context))));
        foreach (var publisher in Publishers.All)
        {
            var front = NewsroomAddresses.FrontPath(publisher);
            app.MapGet(publisher.Path, async context => await (await newsroom).FeedAsync(context, publisher));
            if (front != publisher.Path)
                app.MapGet(front, async context => await (await newsroom).FrontAsync(context, publisher));
            app.MapGet(front + "{folder}/{key:long}/{slug}", async context => await (await newsroom).ItemAsync(context, publisher));
        }
    }

    private async Task FeedAsync(HttpContext context, Publisher publisher)
    {
        if (publisher.Manner == Manner.Slow)
            await Task.Delay(Slowness, _time, context.RequestAborted);
        var now = _time.GetUtcNow();
        if (publisher.Manner == Manner.Gone)
            context.Response.StatusCode = StatusCodes.Status410Gone;
        else if (publisher.Manner == Manner.Failing && Outage.SecondsLeft(now - _start) is { } seconds)
            Unavailable(context, seconds);
        else
            await Answer.Feed(context, _desk.EditionOf(publisher, now));
    }

    private Task FrontAsync(HttpContext context, Publisher publisher) =>
        Answer.Html(context, NewsroomPages.Front(_desk.EditionOf(publisher, _time.GetUtcNow())));

    private Task ItemAsync(HttpContext context, Publisher publisher)
    {
        if (_desk.Find(publisher, Key(context), _time.GetUtcNow()) is { } item)
            return Answer.Html(context, NewsroomPages.Item(publisher, item, isSecond: context.Request.Query["page"] == "2"));
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static void Unavailable(HttpContext context, int seconds)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
    }

    private static long Key(HttpContext context) =>
        long.Parse((string)context.GetRouteValue("key")!, CultureInfo.InvariantCulture);

    // Only its owner closes the newsroom: at Ctrl-C the polls under way still get their answers.
    private sealed class OwnedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
