using System.Net.Mail;
using FeedHub.Model.Settings;
using FeedHub.Model.Words;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Configuring;

/// <summary>Whether the settings of alerts make sense.</summary>
internal static class AlertsCheck
{
    private const string Section = "FeedHub:Alerts";

    private static readonly string[] Severities = ["info", "warning", "error"];
    private static readonly string[] Formats = ["json", "slack", "telegram", "ntfy"];

    /// <summary>All that is wrong, each with what to write instead. Addresses of webhooks are not shown: they may be secrets.</summary>
    public static IEnumerable<string> Problems(AlertOptions alerts) =>
    [
        .. Times(alerts),
        .. Mail(alerts.Mail),
        .. alerts.Webhooks.SelectMany(Webhook),
    ];

    private static IEnumerable<string> Times(AlertOptions alerts)
    {
        if (!Severities.Contains(alerts.Least, StringComparer.OrdinalIgnoreCase))
            yield return Say(
                $"{Section}:Least is {Wording.Quoted(alerts.Least)}: write info, warning or error",
                $"{Section}:Least bernilai {Wording.Quoted(alerts.Least)}: tulis info, warning, atau error");
        if (!string.IsNullOrEmpty(alerts.QuietHours) && HoursOfDay.TryRead(alerts.QuietHours) is null)
            yield return Say(
                $"{Section}:QuietHours is {Wording.Quoted(alerts.QuietHours)}: write hours such as 22:00-06:00",
                $"{Section}:QuietHours bernilai {Wording.Quoted(alerts.QuietHours)}: tulis jam misalnya 22:00-06:00");
    }

    private static IEnumerable<string> Mail(MailOptions mail)
    {
        if (string.IsNullOrEmpty(mail.Host))
            yield break;
        if (!MailAddress.TryCreate(mail.From, out _))
            yield return Say(
                $"{Section}:Mail:From is not a mailbox: write one such as feedhub@example.org",
                $"{Section}:Mail:From bukan alamat surel: tulis misalnya feedhub@example.org");
        if (mail.To is null || !Array.TrueForAll(mail.To.Split(','), box => MailAddress.TryCreate(box.Trim(), out _)))
            yield return Say(
                $"{Section}:Mail:To is not a list of mailboxes: write such as me@example.org, you@example.org",
                $"{Section}:Mail:To bukan daftar alamat surel: tulis misalnya me@example.org, you@example.org");
    }

    private static IEnumerable<string> Webhook(WebhookOptions hook, int place)
    {
        if (!Uri.TryCreate(hook.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            yield return Say(
                $"{Section}:Webhooks:{place}:Url is not a web address: write one such as https://ntfy.sh/my-topic",
                $"{Section}:Webhooks:{place}:Url bukan alamat web: tulis misalnya https://ntfy.sh/my-topic");
        if (!Formats.Contains(hook.Format, StringComparer.OrdinalIgnoreCase))
            yield return Say(
                $"{Section}:Webhooks:{place}:Format is {Wording.Quoted(hook.Format)}: write json, slack, telegram or ntfy",
                $"{Section}:Webhooks:{place}:Format bernilai {Wording.Quoted(hook.Format)}: tulis json, slack, telegram, atau ntfy");
    }
}
