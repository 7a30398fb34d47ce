using FeedHub.Syndication.Reading.Robots;

namespace FeedHub.Polling;

/// <summary>Tells what hosts allow, for who has the host's turn already.</summary>
public interface IRobotsInTurn
{
    /// <summary>What the host of an address allows: as it is kept, else it is asked, and the gap to the next request is waited for; null
    /// where it rests.</summary>
    Task<RobotsFile?> InTurnAsync(Uri address, CancellationToken cancellation);
}
