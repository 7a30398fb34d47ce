namespace FeedHub.Polling;

/// <summary>Sources of one host that one job polls.</summary>
/// <param name="Host">The host.</param>
/// <param name="Sources">Their keys, in the order in which they are polled.</param>
/// <param name="Refresh">True if a person asks: then they need not be due, and their server's rest does not count.</param>
public sealed record HostBatch(string Host, long[] Sources, bool Refresh);

/// <summary>What became of one source of a batch.</summary>
/// <param name="Name">Its title; where it was not polled since it is not there, its key.</param>
/// <param name="Report">What became of it.</param>
public sealed record BatchedPoll(string Name, PollReport Report);
