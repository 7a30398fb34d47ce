using System.Globalization;
using FeedHub.Configuring;
using FeedHub.Dashboard.Frame;
using FeedHub.Model.Access;
using FeedHub.Storage.Statements.Audit;

namespace FeedHub.Dashboard.Audit;

/// <summary>The audit log on the dashboard.</summary>
internal static class AuditPages
{
    private const int PageSize = 50;
    private const int LongestWords = 200;
    private const int MostPeople = 100;

    /// <summary>Maps the page.</summary>
    public static void MapAuditPage(this RouteGroupBuilder dashboard) => dashboard.MapGet("/audit", ShowAsync);

    private static async Task ShowAsync(HttpContext context, AuditLog audit, TimeProvider time)
    {
        var query = context.Request.Query;
        var days = AuditDays.Of(query);
        var filter = FilterOf(query, days);
        var before = long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : (long?)null;
        var entries = await audit.PageAsync(
            filter, before, PageSize + 1, context.RequestAborted, AuditWords.StoredFor, AuditNames.StoredFor);
        await HangfireShell.WriteAsync<AuditPage>(context, AuditText.AuditLog, new()
        {
            [nameof(AuditPage.Entries)] = entries.Take(PageSize).ToList(),
            [nameof(AuditPage.HasOlder)] = entries.Count > PageSize,
            [nameof(AuditPage.IsNewest)] = before is null,
            [nameof(AuditPage.Filter)] = filter,
            [nameof(AuditPage.Days)] = days,
            [nameof(AuditPage.Ignored)] = Ignored(query, days),
            [nameof(AuditPage.People)] = await audit.PeopleAsync(MostPeople, context.RequestAborted),
            [nameof(AuditPage.Values)] = new AuditValues(context.RequestServices.GetRequiredService<SettingsList>().All()),
            [nameof(AuditPage.Now)] = time.GetUtcNow(),
        });
    }

    private static AuditFilter FilterOf(IQueryCollection query, AuditDays days) => new(
        AreaOf(query["area"]),
        Cut(query["q"].ToString()) ?? "",
        Cut(query["who"].ToString()),
        Cut(query["target"].ToString()),
        days.Begin,
        days.End);

    // What is not understood filters nothing, which is said.
    private static List<string> Ignored(IQueryCollection query, AuditDays days) =>
    [
        .. days.First.Length > 0 && days.Begin is null ? [AuditText.NoDay(AuditText.From, Cut(days.First)!)] : (string[])[],
        .. days.Last.Length > 0 && days.End is null ? [AuditText.NoDay(AuditText.To, Cut(days.Last)!)] : (string[])[],
        .. query["area"].ToString() is { Length: > 0 } area && AreaOf(area) is null ? [AuditText.NoArea(Cut(area)!)] : (string[])[],
    ];

    private static AuditArea? AreaOf(string? text) =>
        Enum.TryParse<AuditArea>(text, ignoreCase: true, out var area) && Enum.IsDefined(area) ? area : null;

    private static string? Cut(string text) => text.Length == 0 ? null : text.Length > LongestWords ? text[..LongestWords] : text;
}
