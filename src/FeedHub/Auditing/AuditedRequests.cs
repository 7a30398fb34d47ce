using FeedHub.Access;
using FeedHub.Model.Access;
using FeedHub.Serving;
using FeedHub.Storage.Statements.Audit;
using Microsoft.AspNetCore.Http.Features;

namespace FeedHub.Auditing;

/// <summary>Knows who acts in each request, and writes down the changes that nothing else wrote down: Hangfire's commands above
/// all.</summary>
internal static class AuditedRequests
{
    private const int ListedJobs = 20;

    /// <summary>Adds it; behind authorization, so that only those who may act do.</summary>
    public static IApplicationBuilder UseAudit(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.User.RoleOf() is not { } role)
        {
            await next(context);
            return;
        }

        var actor = new Actor(context.User.Identity!.Name!, role, context.Connection.RemoteIpAddress?.ToString(), context.User.MayChange());
        var path = context.Request.OwnPath();
        var changes = AdminWrites.Changes(context);
        await actor.ActAsync(async () =>
        {
            await next(context);

            // Not by the request's token: what was done is done, also if nobody waited for the answer.
            if (changes && !actor.IsNoted && context.Response.StatusCode < StatusCodes.Status400BadRequest)
                await context.RequestServices.GetRequiredService<AuditLog>()
                    .AddAsync(AreaOf(path), $"{context.Request.Method} {path}", Jobs(context), CancellationToken.None);
        });
    });

    private static AuditArea AreaOf(string path) =>
        path.StartsWith("/hangfire/jobs", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("/hangfire/recurring", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("/hangfire/retries", StringComparison.OrdinalIgnoreCase)
            ? AuditArea.Jobs
            : AuditArea.Requests;

    // Of the form that was acted on: what nobody read named nothing that was done, and cannot be read now that the answer is out.
    private static string? Jobs(HttpContext context)
    {
        var jobs = context.Features.Get<IFormFeature>()?.Form?["jobs[]"] ?? default;
        return jobs.Count == 0
            ? null
            : string.Join(", ", jobs.Take(ListedJobs)) + (jobs.Count > ListedJobs ? $" and {jobs.Count - ListedJobs} more" : "");
    }
}
