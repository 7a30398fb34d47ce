using System.Security.Cryptography;
using FeedHub.Serving;

namespace FeedHub.Dashboard.Frame;

/// <summary>What people did a short time ago and can take back with one click: the last of each browser, in memory for an hour.</summary>
public sealed class UndoBook(TimeProvider time)
{
    private const string Cookie = "feedhub-undo";
    private const int Most = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, UndoStep> _steps = [];

    /// <summary>Offers on the next page to take back what was done.</summary>
    /// <param name="context">The request that did it.</param>
    /// <param name="done">As the next page's parameter <c>done</c> says it: on any other page nothing is offered.</param>
    /// <param name="home">Where to go once it is taken back.</param>
    /// <param name="run">Takes it back.</param>
    public void Offer(HttpContext context, string done, string home, Func<CancellationToken, Task> run)
    {
        var token = RandomNumberGenerator.GetHexString(24, lowercase: true);
        lock (_lock)
        {
            foreach (var old in _steps.Where(step => step.Value.At < time.GetUtcNow() - Kept).Select(step => step.Key).ToList())
                _steps.Remove(old);
            if (_steps.Count >= Most)
                _steps.Remove(_steps.MinBy(step => step.Value.At).Key);
            _steps[token] = new(done, home, run, time.GetUtcNow());
        }

        context.Response.Cookies.Append(Cookie, token, new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Path = context.Request.AddressOf("/hangfire"),
            MaxAge = Kept,
            Secure = context.Request.IsHttps,
        });
    }

    /// <summary>Whether the page that says that this was done can offer to take it back.</summary>
    public bool Offers(HttpContext context, string done)
    {
        lock (_lock)
            return context.Request.Cookies[Cookie] is { } token && _steps.TryGetValue(token, out var step)
                && step is { IsUsed: false } && step.Done == done;
    }

    /// <summary>What is to be taken back, which is taken from then on; as it was before, so that a second click is told from one that
    /// comes too late. Null: it is too late.</summary>
    public UndoStep? Use(HttpContext context)
    {
        lock (_lock)
        {
            if (context.Request.Cookies[Cookie] is not { } token || !_steps.TryGetValue(token, out var step)
                || step.At < time.GetUtcNow() - Kept)
                return null;
            _steps[token] = step with { IsUsed = true };
            return step;
        }
    }
}

/// <summary>Something that can be taken back.</summary>
/// <param name="Done">What was done, as the page's parameter says it.</param>
/// <param name="Home">Where to go afterwards.</param>
/// <param name="Run">Takes it back.</param>
/// <param name="At">When it was done.</param>
public sealed record UndoStep(string Done, string Home, Func<CancellationToken, Task> Run, DateTimeOffset At)
{
    /// <summary>Whether it was taken back before.</summary>
    public bool IsUsed { get; init; }
}
