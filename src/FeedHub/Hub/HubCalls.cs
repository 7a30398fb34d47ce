namespace FeedHub.Hub;

/// <summary>The hub's calls to subscribers.</summary>
internal sealed class HubCalls(HubVerifications verifications, HubDeliveries deliveries)
{
    /// <summary>Makes a call, unless it was made already or another makes it.</summary>
    public Task RunAsync(HubCall call, CancellationToken cancellation) =>
        call.IsPush ? deliveries.PushAsync(call, cancellation) : verifications.VerifyAsync(call, cancellation);
}
