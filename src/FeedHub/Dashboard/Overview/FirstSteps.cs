using FeedHub.Access;
using FeedHub.Dashboard.Backup;
using FeedHub.Model.Access;
using FeedHub.Model.Settings;
using FeedHub.Storage.Files;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FeedHub.Dashboard.Overview;

/// <summary>Something that is to be done once.</summary>
/// <param name="Words">What.</param>
/// <param name="Why">What it is good for.</param>
/// <param name="Link">Where it is done.</param>
/// <param name="IsDone">Whether it is.</param>
public sealed record FirstStep(string Words, string Why, string Link, bool IsDone);

/// <summary>What makes a new FeedHub a finished one; the list goes once all of it is done.</summary>
public sealed class FirstSteps(
    IDbContextFactory<FeedHubDb> databases, Passwords passwords, AccessRules rules, IBackups backups, IDataDirectory data,
    IOptions<FeedHubOptions> options)
{
    private bool _areDone;

    /// <summary>All of them while one is left, else none.</summary>
    public async Task<IReadOnlyList<FirstStep>> LeftAsync(int sources, CancellationToken cancellation)
    {
        if (_areDone)
            return [];
        var all = await AllAsync(sources, cancellation);
        _areDone = all.All(step => step.IsDone);
        return _areDone ? [] : all;
    }

    private async Task<IReadOnlyList<FirstStep>> AllAsync(int sources, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        List<FirstStep> all =
        [
            new("Set a password", "Without one, everybody at this machine is admin, and nobody else gets in.", "/hangfire/access#password",
                passwords.HasAdmin || rules.HasOpenId),
            new("Say at which address readers find it", "Feeds and pushes carry this address (setting PublicUrl).",
                "/hangfire/settings#PublicUrl", options.Value.PublicUrl is { Length: > 0 }),
            new("Add the first source", "A feed or a site, or a whole list.", "/hangfire/sources", sources > 0),
            new("Read it", "Open the merged feed in a feed reader: it is counted here from then on.", "/feed.rss",
                await db.Readership.AnyAsync(cancellation)),
        ];
        if (backups.Command is null)
            all.Add(new(
                "Keep a backup elsewhere", "On another disk (setting Backup:Directory), or downloaded: one disk can fail.",
                "/hangfire/backups", await HasBackupElsewhereAsync(db, cancellation)));
        return all;
    }

    private async Task<bool> HasBackupElsewhereAsync(FeedHubDb db, CancellationToken cancellation) =>
        (backups.All().Count > 0 && !Disk.AreSame(backups.Folder, data.Directory))
        || await db.AuditEntries.AnyAsync(e => e.Area == AuditArea.Backups && e.What == BackupPages.Downloaded, cancellation);
}
