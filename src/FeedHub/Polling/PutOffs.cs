using FeedHub.Fetching;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using Microsoft.Extensions.Options;

namespace FeedHub.Polling;

/// <summary>Puts sources off whose server rests: it asked for that by Retry-After, or it failed.</summary>
public sealed class PutOffs(Lease lease, HostRests rests, IOptions<FeedHubOptions> options, TimeProvider time, Random random)
{
    /// <summary>Puts the source off if its server rests.</summary>
    /// <param name="source">Leased; where it is put off, the lease ends.</param>
    /// <param name="place">How many sources of the batch were put off before.</param>
    /// <returns>The server's rest, or null: it may be asked.</returns>
    public async Task<HostRest?> PutOffAsync(Source source, int place)
    {
        if (rests.Of(SourceUrl.ServerOf(AskedAddress.Of(source))) is not { } rest)
            return null;
        await lease.ReturnAsync(source.Id, new PollSchedule(options.Value.Polling, random).AfterRest(rest, place, time.GetUtcNow()));
        return rest;
    }
}
