using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FeedHub.Model.Settings;

/// <summary><c>FeedHub:Alerts</c>.</summary>
public sealed class AlertOptions
{
    /// <summary>Where mail goes.</summary>
    public MailOptions Mail { get; set; } = new();

    [Description(
        "addresses that trouble is posted to, as `Webhooks:0:Url`, `Webhooks:0:Format` (`json`, `slack`, `telegram` or `ntfy`; `json` by "
        + "default) and `Webhooks:0:Secret`: it signs what is sent as `json` (`X-Hub-Signature-256`), and is the access token of `ntfy`")]
    public List<WebhookOptions> Webhooks { get; set; } = [];

    [Description("least severity that is told: `info`, `warning` or `error`")]
    [Required]
    public string Least { get; set; } = "warning";

    [Description("hours of the machine's day in which nothing is told, such as `22:00-06:00`; it is told after them, unless it is over")]
    public string? QuietHours { get; set; }
}

/// <summary><c>FeedHub:Alerts:Mail</c>.</summary>
public sealed class MailOptions
{
    [Description("mail server (SMTP) by which trouble is told; without one no mail is sent")]
    public string? Host { get; set; }

    [Description("465 is TLS from the first byte; else TLS is used where the server offers it")]
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    [Description("who signs in at the mail server; without one nobody does")]
    public string? User { get; set; }

    [Description("the password of that user")]
    public string? Password { get; set; }

    [Description("mailbox that mail comes from")]
    public string? From { get; set; }

    [Description("mailboxes that mail goes to, by commas")]
    public string? To { get; set; }
}

/// <summary>One of <c>FeedHub:Alerts:Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>Where it is posted to; may hold a secret.</summary>
    public string Url { get; set; } = "";

    /// <summary>What it takes.</summary>
    public string Format { get; set; } = "json";

    /// <summary>Signs it, or lets in.</summary>
    public string? Secret { get; set; }
}
