using System.Globalization;
using FeedHub.Dashboard.Frame;
using FeedHub.Model.Access;
using FeedHub.Storage.Statements.Audit;

namespace FeedHub.Dashboard.Audit;

/// <summary>The audit log on the dashboard.</summary>
internal static class AuditPages
{
    private const int PageSize = 50;
    private const int LongestWords = 200;

    /// <summary>Maps the page.</summary>
    public static void MapAuditPage(this RouteGroupBuilder dashboard) => dashboard.MapGet("/audit", ShowAsync);

    private static async Task ShowAsync(HttpContext context, AuditLog audit, TimeProvider time)
    {
        var query = context.Request.Query;
        AuditArea? area = Enum.TryParse<AuditArea>(query["area"], ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : null;
        var words = query["q"].ToString() is { Length: > LongestWords } text ? text[..LongestWords] : query["q"].ToString();
        var before = long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : (long?)null;
        var entries = await audit.PageAsync(area, words, before, PageSize + 1, context.RequestAborted);
        await HangfireShell.WriteAsync<AuditPage>(context, "Audit log", new()
        {
            [nameof(AuditPage.Entries)] = entries.Take(PageSize).ToList(),
            [nameof(AuditPage.HasOlder)] = entries.Count > PageSize,
            [nameof(AuditPage.IsNewest)] = before is null,
            [nameof(AuditPage.Area)] = area,
            [nameof(AuditPage.Words)] = words,
            [nameof(AuditPage.Now)] = time.GetUtcNow(),
        });
    }
}
