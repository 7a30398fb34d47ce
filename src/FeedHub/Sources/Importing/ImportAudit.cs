using System.Globalization;
using FeedHub.Model.Access;
using FeedHub.Storage.Statements.Audit;

namespace FeedHub.Sources.Importing;

/// <summary>Who imported a list, as the audit log has it: a job takes it in, also after a restart, in that person's name.</summary>
internal static class ImportAudit
{
    /// <summary>What its entry says was done.</summary>
    public const string Begun = "list imported";

    /// <summary>What its entry says it was done to.</summary>
    public static string TargetOf(long import) => string.Create(CultureInfo.InvariantCulture, $"import {import}");

    /// <summary>Who imported it; the current actor where the log does not have it.</summary>
    public static async Task<Actor> ActorAsync(AuditLog audit, long import, CancellationToken cancellation)
    {
        var filter = new AuditFilter { Area = AuditArea.Sources, Target = TargetOf(import) };
        var entries = await audit.PageAsync(filter, before: null, count: 1, cancellation);
        return entries is [var entry] ? new(entry.Who, entry.Role, entry.Address) : Actor.Current;
    }
}
