using FeedHub.Fetching;
using FeedHub.Model.Polling;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Polling;

/// <summary>What a source's server answered.</summary>
/// <param name="Source">As it was before the poll.</param>
/// <param name="Started">The start of the poll.</param>
/// <param name="Fetched">What came.</param>
public sealed record PollAnswer(Source Source, DateTimeOffset Started, FetchResult Fetched);

/// <summary>What a poll came to, once it is stored.</summary>
/// <param name="Next">How the source is doing, and when it is due.</param>
/// <param name="Ingested">What was new, changed and merged.</param>
/// <param name="Status">HTTP status, or null if nothing answered.</param>
/// <param name="Rest">The rest that the server asked for, or null.</param>
/// <param name="LooksDifferent">True if the source looks different now on pages that name it.</param>
public sealed record StoredPoll(NextPoll Next, IngestResult Ingested, int? Status, HostRest? Rest, bool LooksDifferent)
{
    /// <summary>The address at which the source is polled from now on, where this poll moved it.</summary>
    public string? MovedTo { get; init; }
}

/// <summary>How a poll ended.</summary>
public enum PollEnd
{
    /// <summary>The source was not due, or another poll has it.</summary>
    NotDue,

    /// <summary>Its server asked to be left alone: due again after that.</summary>
    ServerRests,

    /// <summary>Its host is busy with other polls: due again in a few seconds.</summary>
    HostBusy,

    /// <summary>This machine has no network: due as before.</summary>
    NoNetwork,

    /// <summary>It was polled, and what came of it is stored.</summary>
    Stored,

    /// <summary>It was polled, and what came is kept for the node that stores.</summary>
    Sent,

    /// <summary>It was polled by another node than stores, and edited or removed before that was stored: due as before.</summary>
    Outdated,
}

/// <summary>What became of a poll.</summary>
/// <param name="End">How it ended.</param>
public sealed record PollReport(PollEnd End)
{
    /// <summary>Its server's rest, where that is why it was not polled.</summary>
    public HostRest? Rest { get; init; }

    /// <summary>What was stored, where it was polled.</summary>
    public StoredPoll? Stored { get; init; }

    /// <summary>Why the poll brought no feed; null if it did, or did not take place.</summary>
    public Reason? Error => Stored?.Next.Error;

    /// <summary>It was polled.</summary>
    public static PollReport Of(StoredPoll stored) => new(PollEnd.Stored) { Stored = stored };
}
