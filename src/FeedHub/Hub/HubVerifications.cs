using System.Security.Cryptography;
using FeedHub.Model.Hub;

namespace FeedHub.Hub;

/// <summary>The hub's questions to subscribers. What follows from an answer stands in the database.</summary>
internal sealed partial class HubVerifications(
    HubStore store, Callbacks callbacks, HubQueue queue, ILogger<HubVerifications> log)
{
    /// <summary>Asks the subscriber whether it meant what was asked in its name, and does it if so.</summary>
    public async Task VerifyAsync(HubCall call, CancellationToken cancellation)
    {
        if (await store.ClaimRequestAsync(call.Id, HubCall.Claim, cancellation) is not { } request)
            return;
        var challenge = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var answer = await callbacks.AskAsync(request, challenge, call.Limit, cancellation);
        if (answer.Error is null && answer.Body == challenge)
        {
            await store.FulfilAsync(request, CancellationToken.None);
            queue.Forget(request.Id);
            return;
        }

        LogUnconfirmed(request.CallbackHost, answer.Error?.ToString() ?? "its answer was not the challenge");
        await UnconfirmedAsync(request, call, answer);
    }

    // A callback that was silent is asked again at once, with more time, where nobody else waits for it.
    private async Task UnconfirmedAsync(HubRequest request, HubCall call, CallbackAnswer answer)
    {
        if (HubRetries.AfterVerification(request.Failures + 1, answer.Status) is not { } wait)
        {
            await store.ForgetAsync(request, CancellationToken.None);
            queue.Forget(request.Id);
            return;
        }

        var isAtOnce = answer.IsSlow && !call.IsPatient;
        await store.PostponeAsync(request, isAtOnce ? TimeSpan.Zero : wait, CancellationToken.None);
        if (isAtOnce)
            queue.Verify(request.Id, request.CallbackHost, wasSilent: true);
    }

    // Anybody can ask for any callback: failures caused by strangers are not logged as warnings.
    [LoggerMessage(Level = LogLevel.Debug, Message = "{Host} did not confirm: {Error}")]
    private partial void LogUnconfirmed(string host, string error);
}
