using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FeedHub.Model.Settings;
using FeedHub.Model.Words;

namespace FeedHub.Alerting;

/// <summary>An address that trouble is posted to. The operator chose it, so it may be on a private network.</summary>
internal sealed class WebhookReceiver(WebhookOptions hook, HttpMessageInvoker sender, TimeProvider time) : IAlertReceiver
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public string Name => $"webhook {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hook.Url)))[..16]}";

    /// <inheritdoc/>
    public string Shown => Spoken.Say($"{hook.Format} at {new Uri(hook.Url).Authority}", $"{hook.Format} di {new Uri(hook.Url).Authority}");

    /// <inheritdoc/>
    public async Task<string?> SendAsync(AlertMessage message, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, hook.Url);
            WebhookBody.Fill(request, message, hook);
            using var answer = await sender.SendAsync(request, either.Token);
            return answer.IsSuccessStatusCode ? null : string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)answer.StatusCode}");
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return error.GetBaseException().Message;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"no answer within {Limit.TotalSeconds} s";
        }
    }
}
