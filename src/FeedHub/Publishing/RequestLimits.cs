using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace FeedHub.Publishing;

/// <summary>Limits on how much one client asks, far above what readers do.</summary>
internal static class RequestLimits
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddRequestLimits(this IServiceCollection services) =>
        services.AddSingleton(provider => Create(provider.GetRequiredService<IOptions<FeedHubOptions>>()));

    /// <summary>Refuses what goes beyond them. Not ASP.NET Core's own middleware: the timer of a limiter that it makes for itself never ends.</summary>
    public static IApplicationBuilder UseRequestLimits(this IApplicationBuilder app)
    {
        var ofClients = app.ApplicationServices.GetRequiredService<PartitionedRateLimiter<HttpContext>>();
        return app.Use(async (context, next) =>
        {
            using var lease = ofClients.AttemptAcquire(context);
            await (lease.IsAcquired ? next(context) : RefuseAsync(context, lease));
        });
    }

    private static PartitionedRateLimiter<HttpContext> Create(IOptions<FeedHubOptions> options) =>
        PartitionedRateLimiter.Create<HttpContext, (string Client, int PerMinute)>(context => PartitionOf(context, options.Value.Limits.RequestsPerMinute));

    // The limit is part of the key: a client has a new bucket once that is changed.
    private static RateLimitPartition<(string Client, int PerMinute)> PartitionOf(HttpContext context, int perMinute)
    {
        var client = ClientAddress.KeyOf(context.Connection.RemoteIpAddress, context.Request.Headers["X-Forwarded-For"]);
        return perMinute == 0 || client is null
            ? RateLimitPartition.GetNoLimiter(("", 0))
            : RateLimitPartition.GetTokenBucketLimiter((client, perMinute), _ => Bucket(perMinute));
    }

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
            detail: $"More requests came from your address than FeedHub answers in a minute (FeedHub:Limits:RequestsPerMinute). Ask again in {wait} s.")
            .ExecuteAsync(context);
    }
}
