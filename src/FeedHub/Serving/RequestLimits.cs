using System.Globalization;
using System.Threading.RateLimiting;
using FeedHub.Model.Settings;
using Microsoft.Extensions.Options;

namespace FeedHub.Serving;

/// <summary>Limits on how much one client asks, far above what readers do.</summary>
internal static class RequestLimits
{
    /// <summary>After so long each bucket of any size is full.</summary>
    private static readonly TimeSpan Full = TimeSpan.FromMinutes(2.5);

    /// <summary>Adds them.</summary>
    public static IServiceCollection AddRequestLimits(this IServiceCollection services) =>
        services.AddSingleton(_ => new RestingLimiter<Client>(Limiter, Full, TimeProvider.System));

    /// <summary>Refuses what goes beyond them. Not ASP.NET Core's own middleware: the timer of a limiter that it makes for itself never
    /// ends.</summary>
    public static IApplicationBuilder UseRequestLimits(this IApplicationBuilder app)
    {
        var limiter = app.ApplicationServices.GetRequiredService<RestingLimiter<Client>>();
        var options = app.ApplicationServices.GetRequiredService<IOptions<FeedHubOptions>>();
        return app.Use((context, next) =>
        {
            var perMinute = options.Value.Limits.RequestsPerMinute;
            if (perMinute == 0 || ClientAddress.Of(context).Asker is not { } address)
                return next(context);
            using var lease = limiter.AttemptAcquire(new(address, perMinute));
            return lease.IsAcquired ? next(context) : RefuseAsync(context, lease);
        });
    }

    private static PartitionedRateLimiter<Client> Limiter() => PartitionedRateLimiter.Create<Client, Client>(
        client => RateLimitPartition.GetTokenBucketLimiter(client, c => Bucket(c.PerMinute)));

    // A minute's worth may come at once: a reader that starts asks for all its feeds.
    private static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = perMinute < 60 ? TimeSpan.FromMinutes(1) / perMinute : TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    };

    private static async Task RefuseAsync(HttpContext context, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var asked) ? Math.Max(1, (int)Math.Ceiling(asked.TotalSeconds)) : 1;
        context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await TypedResults.Problem(
            statusCode: StatusCodes.Status429TooManyRequests,
            title: "Too many requests",
            detail: $"More requests came from your address than FeedHub answers in a minute (FeedHub:Limits:RequestsPerMinute). Ask "
                + $"again in {wait} s.")
            .ExecuteAsync(context);
    }

    // The limit is part of the key: a client has a new bucket once that is changed.
    private readonly record struct Client(string Address, int PerMinute);
}
