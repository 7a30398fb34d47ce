using System.Globalization;
using FeedHub.Configuring;
using FeedHub.Dashboard.Frame;
using FeedHub.Storage.Files;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Settings;

/// <summary>What a change of a setting deletes, so that it is asked for once more.</summary>
public sealed class SettingLoss(
    SettingsList settings, IDbContextFactory<FeedHubDb> databases, IBackups backups, TimeProvider time)
{
    /// <summary>What would be deleted, as a sentence; null: nothing.</summary>
    /// <param name="key">A setting's.</param>
    /// <param name="value">As it would be from now on; null: what is written elsewhere, else its default.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<string?> OfAsync(string key, string? value, CancellationToken cancellation)
    {
        if (settings.Find(key) is not { } setting || Number(setting.Value) is not { } now
            || Number(value ?? settings.Beneath(key) ?? setting.Default) is not { } next)
            return null;
        return key switch
        {
            "Retention:Days" when next > 0 && (now == 0 || next < now) => await OfStoriesAsync(next, cancellation),
            "Backup:Keep" when next > 0 && backups.All().Count - next is > 0 and var gone =>
                Say(
                    $"The next backup removes the {FrameText.Count(gone, "oldest backup", "oldest backups")} of the "
                        + $"{backups.All().Count} that there are.",
                    $"Pencadangan berikutnya menghapus {gone} cadangan terlama dari {backups.All().Count} yang ada."),
            _ => null,
        };
    }

    // What a source still lists stays: which that are is known only when it is purged.
    private async Task<string?> OfStoriesAsync(int days, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var before = time.GetUtcNow().AddDays(-days);
        return await db.Stories.CountAsync(s => s.SortAt < before, cancellation) is > 0 and var stories
            ? Say(
                $"This removes {FrameText.Count(stories, "story", "stories")} older than {FrameText.Count(days, "day", "days")} within "
                    + "the hour, except those that a source still lists. It cannot be undone.",
                $"Ini menghapus {stories.ToString("N0", FrameText.Culture)} berita yang lebih lama dari {days} "
                    + "hari dalam waktu sejam, kecuali yang masih ada di sumbernya. Tidak dapat diurungkan.")
            : null;
    }


    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
