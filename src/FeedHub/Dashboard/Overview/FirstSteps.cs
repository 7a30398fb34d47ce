using FeedHub.Access;
using FeedHub.Dashboard.Backup;
using FeedHub.Model.Access;
using FeedHub.Model.Settings;
using FeedHub.Storage.Files;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using static FeedHub.Model.Words.Spoken;

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
            new(Say("Set a password", "Tetapkan kata sandi"), Say(
                "Without one, everybody at this machine is admin, and nobody else gets in.",
                "Tanpa kata sandi, semua orang di mesin ini adalah admin, dan orang lain tidak bisa masuk."), "/hangfire/access#password",
                passwords.HasAdmin || rules.HasOpenId),
            new(Say("Say at which address readers find it", "Tentukan alamat yang dipakai pembaca"), Say(
                "Feeds and pushes carry this address (setting PublicUrl).",
                "Feed dan kiriman push memuat alamat ini (pengaturan PublicUrl)."),
                "/hangfire/settings#PublicUrl", options.Value.PublicUrl is { Length: > 0 }),
            new(Say("Add the first source", "Tambahkan sumber pertama"), Say(
                "A feed or a site, or a whole list.",
                "Sebuah feed atau situs, atau satu daftar sekaligus."), "/hangfire/sources", sources > 0),
            new(Say("Read it", "Bacalah"), Say(
                "Open the merged feed in a feed reader: it is counted here from then on.",
                "Buka feed gabungan di pembaca feed: sejak itu pembacanya dihitung di sini."), "/feed.rss",
                await db.Readership.AnyAsync(cancellation)),
        ];
        if (backups.Command is null)
            all.Add(new(
                Say("Keep a backup elsewhere", "Simpan cadangan di tempat lain"), Say(
                    "On another disk (setting Backup:Directory), or downloaded: one disk can fail.",
                    "Di disk lain (pengaturan Backup:Directory), atau diunduh: satu disk bisa rusak."),
                "/hangfire/backups", await HasBackupElsewhereAsync(db, cancellation)));
        return all;
    }

    private async Task<bool> HasBackupElsewhereAsync(FeedHubDb db, CancellationToken cancellation) =>
        (backups.All().Count > 0 && !Disk.AreSame(backups.Folder, data.Directory))
        || await db.AuditEntries.AnyAsync(e => e.Area == AuditArea.Backups && e.What == BackupPages.Downloaded, cancellation);
}
