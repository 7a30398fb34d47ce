using System.Text.RegularExpressions;
using FeedHub.Model.Access;

namespace FeedHub.Dashboard.Audit;

/// <summary>Entries of the audit log as a person says them, with a link to what they are about.</summary>
internal static partial class AuditWords
{
    private static readonly Dictionary<string, string> Said = new(StringComparer.Ordinal)
    {
        ["source added"] = "added the source",
        ["sources added"] = "added",
        ["source changed"] = "changed the source",
        ["source paused"] = "paused the source",
        ["source resumed"] = "resumed the source",
        ["source polled"] = "polled the source at once",
        ["source polled in full"] = "polled the source at once, in full",
        ["sources polled"] = "polled these sources at once:",
        ["source deleted"] = "deleted the source",
        ["sources deleted"] = "deleted these sources:",
        ["story erased"] = "erased",
        ["story hidden"] = "hid from readers",
        ["story shown again"] = "showed to readers again",
        ["story split"] = "split",
        ["stories joined"] = "joined",
        ["verdict confirmed"] = "confirmed the verdict on",
        ["story taken out of an event"] = "took out of its event",
        ["story put into an event"] = "put into another event",
        ["event of a story confirmed"] = "confirmed the event of",
        ["feed added"] = "added the feed",
        ["feed changed"] = "changed the feed",
        ["feed deleted"] = "deleted the feed",
        ["rules changed"] = "changed the rules:",
        ["title or description changed"] = "changed of the merged feed:",
        ["setting changed"] = "changed the setting",
        ["key made"] = "made the key",
        ["key revoked"] = "revoked the key",
        ["key refused"] = "was refused with a key:",
        ["password set"] = "set the password",
        ["signed in"] = "signed in by",
        ["signed out"] = "signed out",
        ["signed out everywhere"] = "signed everybody out:",
        ["session ended"] = "ended the session of",
        ["sign-in failed"] = "failed to sign in:",
        ["model retrained"] = "trained the model:",
        ["model chosen"] = "chose the model:",
        ["training asked for"] = "asked for a training of the model",
        ["re-tagging asked for"] = "asked to re-tag the stored items",
        ["word mapped"] = "said what a word of publishers means:",
        ["word forgotten"] = "took back what a word of publishers means:",
        ["correction withdrawn"] = "took back the correction of",
        ["categories corrected"] = "corrected the categories of",
        ["backup made"] = "made a backup",
        ["backup downloaded"] = "downloaded the backup",
        ["backup deleted"] = "deleted the backup",
        ["restore begun"] = "stopped FeedHub, to go back to the backup",
        ["backup restored"] = "went back to the backup",
    };

    // Commands of Hangfire's pages and what was asked for without saying what it is.
    private static readonly (Regex Request, string Words)[] Requests =
    [
        (new("^POST /hangfire/poll-due$"), "polled all that was due"),
        (new("^POST /hangfire/backups$"), "made a backup"),
        (new("^POST /hangfire/backups/download$"), "downloaded a backup"),
        (new("^POST /hangfire/sources/import$"), "imported a list of sources"),
        (new("^POST /hangfire/sources/import/.*/undo$"), "took back an import"),
        (new("^POST /hangfire/undo$"), "took back the last step"),
        (new("^POST /hangfire/(jobs|retries).*/requeue(/.*)?$"), "started jobs again:"),
        (new("^POST /hangfire/(jobs|retries).*/(delete|enqueue)(/.*)?$"), "deleted or queued jobs:"),
        (new("^POST /hangfire/recurring/trigger$"), "started the recurring jobs"),
        (new("^POST /hangfire/recurring/remove$"), "removed the recurring jobs"),
        (new("^POST /hangfire/sources/bulk$"), "changed many sources"),
        (new("^POST /hangfire/sources/[^/]+$"), "saved a source as it was"),
        (new("^POST /hangfire/stories/doubts/.*$"), "confirmed a verdict on two stories"),
        (new("^POST /hangfire/feeds.*$"), "saved a feed as it was"),
        (new("^POST /hangfire/categories/.*$"), "saved something of the categories as it was"),
    ];

    /// <summary>What was done.</summary>
    public static string Of(AuditEntry entry) => Said.GetValueOrDefault(entry.What)
        ?? Requests.Where(request => request.Request.IsMatch(entry.What)).Select(request => request.Words).FirstOrDefault()
        ?? (RequestLine().Match(entry.What) is { Success: true } line ? $"sent a request to {line.Groups[1].Value}" : entry.What);

    /// <summary>Where that is which it was done to; null: nowhere, or to several.</summary>
    public static string? LinkOf(AuditEntry entry) => (entry.Area, entry.Target) switch
    {
        (_, null) => null,
        (AuditArea.Sources, { } slug) when entry.What.StartsWith("source ", StringComparison.Ordinal) && entry.What != "source deleted" =>
            $"/hangfire/sources/{Uri.EscapeDataString(slug)}",
        (AuditArea.Stories or AuditArea.Categories, { } target) when Story().Match(target) is { Success: true } story =>
            $"/hangfire/stories/{story.Groups[1].Value}",
        (AuditArea.Settings, { } key) when entry.What == "setting changed" => $"/hangfire/settings#{key.Replace(':', '-')}",
        (AuditArea.Feeds, _) => "/hangfire/feeds",
        (AuditArea.Backups, _) => "/hangfire/backups",
        _ => null,
    };

    [GeneratedRegex("^(?:GET|POST|PUT|PATCH|DELETE) (.*)$")]
    private static partial Regex RequestLine();

    [GeneratedRegex(@"^story (\d+)$")]
    private static partial Regex Story();
}
