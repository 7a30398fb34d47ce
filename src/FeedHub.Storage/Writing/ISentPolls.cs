using FeedHub.Model.Sources;

namespace FeedHub.Storage.Writing;

/// <summary>Polls by a node that does not store: it leases sources, and sends what came to the one that does by way of the
/// database.</summary>
public interface ISentPolls
{
    /// <summary>Of these sources those that are free and, unless asked for by a person, enabled and due; in any order.</summary>
    Task<IReadOnlyList<Source>> LeaseAsync(IReadOnlyList<long> sources, DateTimeOffset now, DateTimeOffset until, bool refresh);

    /// <summary>Gives a source back; due again at <paramref name="nextPollAt"/>, or as before if null.</summary>
    Task ReturnAsync(long source, DateTimeOffset? nextPollAt);

    /// <summary>Sends polls, together in one transaction; returns the numbers of those whose lease held.</summary>
    Task<IReadOnlyList<long>> SendAsync(IReadOnlyList<SentPoll> polls);

    /// <summary>What became of polls of this node; each is told once.</summary>
    Task<IReadOnlyList<(long Poll, byte[] Answer)>> AnswersAsync();

    /// <summary>What waits to be stored, from all nodes, in the order in which it came.</summary>
    /// <param name="most">Most polls.</param>
    /// <param name="bytes">Most bytes, but for the first.</param>
    /// <param name="besides">Numbers of those that are known already.</param>
    Task<IReadOnlyList<WaitingPoll>> WaitingAsync(int most, long bytes, IReadOnlyList<long> besides);

    /// <summary>Forgets what nobody waits for any more.</summary>
    Task ForgetAsync();
}

/// <summary>A poll to be stored by another node.</summary>
/// <param name="Source">Its source.</param>
/// <param name="Number">One of this node's own.</param>
/// <param name="Lease">End of the source's lease: it tells this poll's from any other.</param>
/// <param name="Version">Of the source, as it was asked.</param>
/// <param name="Bytes">What came, and was made of it.</param>
public sealed record SentPoll(long Source, long Number, DateTimeOffset Lease, int Version, byte[] Bytes);

/// <summary>A poll that waits to be stored.</summary>
/// <param name="Id">Rises in the order in which they came.</param>
/// <param name="Run">Who sent it.</param>
/// <param name="Format">How its bytes are to be read.</param>
/// <param name="Poll">It.</param>
public sealed record WaitingPoll(long Id, string Run, int Format, SentPoll Poll);
