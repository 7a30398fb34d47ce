using System.Net.Sockets;
using FeedHub.Model.Settings;
using FeedHub.Model.Words;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace FeedHub.Alerting;

/// <summary>A mailbox, by the operator's mail server.</summary>
internal sealed class MailReceiver(MailOptions mail) : IAlertReceiver
{
    private const int TimeoutMilliseconds = 20_000;
    private const int TlsPort = 465;

    /// <inheritdoc/>
    public string Name => "mail";

    /// <inheritdoc/>
    public string Shown => Spoken.Say($"mail to {mail.To} by {mail.Host}", $"surel ke {mail.To} lewat {mail.Host}");

    /// <inheritdoc/>
    public string Logged => $"mail by {mail.Host}";

    /// <inheritdoc/>
    public async Task<string?> SendAsync(AlertMessage message, CancellationToken cancellation)
    {
        try
        {
            using var written = Written(message);
            using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
            await client.ConnectAsync(
                mail.Host!, mail.Port, mail.Port == TlsPort ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable,
                cancellation);
            if (!string.IsNullOrEmpty(mail.User))
                await client.AuthenticateAsync(mail.User, mail.Password ?? "", cancellation);
            await client.SendAsync(written, cancellation);
            await client.DisconnectAsync(quit: true, cancellation);
            return null;
        }
        catch (Exception error) when (error is SocketException or IOException or TimeoutException or ProtocolException or CommandException
            or MailKit.Security.AuthenticationException or SslHandshakeException or InvalidOperationException or FormatException)
        {
            return error.Message;
        }
    }

    private MimeMessage Written(AlertMessage message)
    {
        var written = new MimeMessage { Subject = message.Title, Body = new TextPart("plain") { Text = message.Text } };
        written.From.Add(MailboxAddress.Parse(mail.From!));
        written.To.AddRange(InternetAddressList.Parse(mail.To!));
        written.Headers.Add("Auto-Submitted", "auto-generated");
        if (message.Severity == AlertSeverity.Error)
            written.Importance = MessageImportance.High;
        return written;
    }
}
