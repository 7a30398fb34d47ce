using System.Collections.Concurrent;
using System.Globalization;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace FeedHub.Tests.Polling;

/// <summary>What one path of the scoring server does, and what it may expect of who reads it.</summary>
public sealed class Expectations
{
    /// <summary>Validators that it gives; null: it gives none and may expect none.</summary>
    public string? ETag { get; set; }

    public string? LastModified { get; set; }

    /// <summary>Least time that it has promised or asked for until the next request; never less than a minute.</summary>
    public TimeSpan Spacing { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>No request may come before this.</summary>
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>What its answers answer from now on; null: 200 or 304.</summary>
    public int? Status { get; set; }

    /// <summary>Where it has moved for good.</summary>
    public string? MovedTo { get; set; }

    /// <summary>Whether its feed was read where it has moved to.</summary>
    public bool MoveIsDone { get; set; }

    public bool HasGivenFeed { get; set; }

    /// <summary>Validators of its last answer, which the next request must bring back.</summary>
    public (string? ETag, string? LastModified) Given { get; set; }

    public DateTimeOffset? LastRequest { get; set; }

    /// <summary>Headers of its answers besides validators.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    public required string Feed { get; set; }
}

/// <summary>
/// Grades who reads its feeds by the rules of the feed reader score: each breach is a fault in words. It tells the time by the clock of
/// the test, so that days pass in seconds.
/// </summary>
public sealed class ScoringServer(FakeNewsroom newsroom, TimeProvider time, string userAgent)
{
    private static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "User-Agent", "Accept", "Accept-Encoding", "If-None-Match", "If-Modified-Since",
    };

    private readonly Dictionary<string, Expectations> _paths = [];

    /// <summary>Breaches, in words.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>Requests graded.</summary>
    public int Requests { get; private set; }

    /// <summary>Until when the server as a whole is to be left alone.</summary>
    public DateTimeOffset RestsUntil { get; private set; }

    /// <summary>A path with its expectations, to be changed as the days go by.</summary>
    public Expectations this[string path] => _paths[path];

    /// <summary>Serves a feed at a path.</summary>
    public Expectations Serve(string path, Expectations expectations)
    {
        newsroom.Answer(path, context => AnswerAsync(context, path, expectations));
        return _paths[path] = expectations;
    }

    /// <summary>Asks to be left alone at the next request to this path, as a whole.</summary>
    public void Throttle(
        string path,
        int status,
        TimeSpan wait) => _paths[path].Headers["Retry-After"] = (_paths[path].Status = status) switch
        {
            429 => ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            _ => (time.GetUtcNow() + wait).ToString("r"),
        };

    private async Task AnswerAsync(HttpContext context, string path, Expectations expected)
    {
        var now = time.GetUtcNow();
        Requests++;
        GradeManners(context.Request, path);
        GradeTime(path, expected, now);
        GradeValidators(context.Request, path, expected);
        expected.LastRequest = now;
        foreach (var (name, value) in expected.Headers)
            context.Response.Headers[name] = value;
        if (expected.MovedTo is { } target)
        {
            context.Response.Redirect(target, permanent: true);
            expected.MoveIsDone = true;
        }
        else if (expected.Status is { } status)
        {
            Refuse(context, expected, status, now);
        }
        else
        {
            await GiveAsync(context, expected);
        }
    }

    private void GradeManners(HttpRequest request, string path)
    {
        foreach (var name in request.Headers.Keys.Where(name => !Allowed.Contains(name)))
            Faults.Enqueue($"{path}: an uncalled-for header {name}");
        if (request.Headers.UserAgent != userAgent)
            Faults.Enqueue($"{path}: calls itself {request.Headers.UserAgent}");
        if (!request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal))
            Faults.Enqueue($"{path}: takes no gzip");
        if (request.QueryString.HasValue)
            Faults.Enqueue($"{path}: an added query {request.QueryString}");
    }

    private void GradeTime(string path, Expectations expected, DateTimeOffset now)
    {
        if (expected.LastRequest is { } last && now - last < expected.Spacing)
            Faults.Enqueue($"{path}: after {now - last} instead of {expected.Spacing}");
        if (now < expected.NotBefore || now < RestsUntil)
            Faults.Enqueue(
                $"{path}: at {now:t} though left alone was asked for until {(now < RestsUntil ? RestsUntil : expected.NotBefore):t}");
        if (expected.MoveIsDone)
            Faults.Enqueue($"{path}: asked after it moved and its new address gave a feed");
    }

    private void GradeValidators(HttpRequest request, string path, Expectations expected)
    {
        var (etag, modified) = (request.Headers.IfNoneMatch.ToString(), request.Headers.IfModifiedSince.ToString());
        if (!expected.HasGivenFeed)
        {
            if (etag + modified != "")
                Faults.Enqueue($"{path}: invented validators {etag} {modified}");
        }
        else if (etag != (expected.Given.ETag ?? "") || modified != (expected.Given.LastModified ?? ""))
        {
            Faults.Enqueue($"{path}: sent {etag} {modified} instead of {expected.Given}");
        }
    }

    private void Refuse(HttpContext context, Expectations expected, int status, DateTimeOffset now)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Date = now.ToString("r");
        if (status == 410)
            expected.NotBefore = DateTimeOffset.MaxValue;
        if (expected.Headers.Remove("Retry-After", out var wait))
        {
            RestsUntil = int.TryParse(wait, CultureInfo.InvariantCulture, out var seconds)
                ? now.AddSeconds(seconds)
                : DateTimeOffset.Parse(wait, CultureInfo.InvariantCulture);
            expected.Status = null;
        }
    }

    private static async Task GiveAsync(HttpContext context, Expectations expected)
    {
        if (expected.ETag is { } etag)
            context.Response.Headers.ETag = etag;
        if (expected.LastModified is { } modified)
            context.Response.Headers.LastModified = modified;
        expected.Given = (expected.ETag, expected.LastModified);
        if (expected.HasGivenFeed && (expected.ETag is not null || expected.LastModified is not null))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        expected.HasGivenFeed = true;
        context.Response.ContentType = "application/rss+xml";
        await context.Response.WriteAsync(expected.Feed);
    }
}
