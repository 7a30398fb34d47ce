using FeedHub.Syndication;

namespace FeedHub.Polling;

/// <summary>Words a poll's report, as the dashboard shows it for the job.</summary>
public static class PollWords
{
    /// <summary>Characters of a source's title among others.</summary>
    private const int LongestName = 80;

    /// <summary>The report in one line; of a poll that brought no feed, why.</summary>
    public static string Of(PollReport report) => report switch
    {
        { End: PollEnd.NotDue } => "not due, or being polled already",
        { End: PollEnd.HostBusy } => "its host is busy with other polls: tried again in a few seconds",
        { End: PollEnd.NoNetwork } => "this machine has no network: polled once it has one",
        { End: PollEnd.Sent } => "polled; what came is kept for the node that stores",
        { End: PollEnd.Outdated } => "polled, but edited or removed meanwhile: what came is not kept",
        { Rest: { } rest } => $"its server wants to be left alone, since {rest.Reason}",
        { Error: { } error } => error.ToString(),
        _ => Of(report.Stored!),
    };

    /// <summary>The reports of a batch in one line, each after its source's title.</summary>
    public static string Of(IReadOnlyCollection<BatchedPoll> polls) => polls.Count == 0
        ? Of(new PollReport(PollEnd.HostBusy))
        : string.Join("; ", polls.Select(poll => $"{Bounds.Cut(poll.Name, LongestName)}: {Of(poll.Report)}"));

    private static string Of(StoredPoll poll) => poll.Ingested switch
    {
        { New: 0, Changed: 0 } => $"{poll.Status}, nothing new",
        { Changed: 0 } => $"{poll.Status}, {poll.Ingested.New} new",
        _ => $"{poll.Status}, {poll.Ingested.New} new, {poll.Ingested.Changed} changed",
    };
}
