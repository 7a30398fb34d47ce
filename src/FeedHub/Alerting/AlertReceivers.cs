using FeedHub.Model.Settings;
using Microsoft.Extensions.Options;

namespace FeedHub.Alerting;

/// <summary>Those that trouble is told to.</summary>
public sealed class AlertReceivers : IDisposable
{
    // No proxy, no cookies, no redirects: what is sent goes where the operator said.
    private readonly HttpMessageInvoker _sender = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10),
    });

    public AlertReceivers(IOptions<FeedHubOptions> options, TimeProvider time)
    {
        var alerts = options.Value.Alerts;
        var hooks = alerts.Webhooks.Select(hook => new WebhookReceiver(hook, _sender, time));
        All = string.IsNullOrEmpty(alerts.Mail.Host) ? [.. hooks] : [MailOf(alerts.Mail), .. hooks];
    }

    /// <summary>All of them; mostly none.</summary>
    public IReadOnlyList<IAlertReceiver> All { get; }

    /// <inheritdoc/>
    public void Dispose() => _sender.Dispose();

    // By itself: the library of mail is loaded where mail is sent.
    private static MailReceiver MailOf(MailOptions mail) => new(mail);
}
