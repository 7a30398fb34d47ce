using System.Globalization;
using FeedHub.Access;
using FeedHub.Alerting;
using FeedHub.Configuring;
using FeedHub.Fetching;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Model.Words;
using FeedHub.Sources;
using FeedHub.Storage.Files;
using FeedHub.Storage.Statements.Health;
using FeedHub.Storage.Writing;
using Microsoft.Extensions.Options;

namespace FeedHub.Dashboard.Overview;

/// <summary>Something that an admin should know.</summary>
/// <param name="Words">What is so, as a sentence without its full stop.</param>
/// <param name="ToDo">What to do about it, in a few words: the text of the link.</param>
/// <param name="Link">Where that is done.</param>
/// <param name="IsGrave">False: worth a look, and FeedHub does what can be done by itself.</param>
public sealed record Concern(string Words, string ToDo, string Link, bool IsGrave = true);

/// <summary>Says what is not well, the gravest first.</summary>
public sealed class Concerns(
    IStorageHealth storage, FeedsFileSync feeds, LiveSettings settings, IBackups backups, OwnNetwork network,
    AlertReceivers receivers, ReadSessions database, IOptions<FeedHubOptions> options)
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan OldBackup = TimeSpan.FromDays(2);

    /// <summary>All there are; none: everything is well.</summary>
    public IReadOnlyList<Concern> Of(OverviewNumbers numbers) => [.. Own(numbers), .. Sources(numbers), .. Secrets(numbers)];

    private IEnumerable<Concern> Own(OverviewNumbers numbers)
    {
        if (storage.Trouble is { } trouble)
            yield return new(trouble.ToString().TrimEnd('.'), "See the database", "#database");
        if (network.Trouble is { } away)
            yield return new($"{away}. Sources keep their states, and FeedHub looks each minute", "See the sources", "/hangfire/sources");
        if (feeds.Errors.Count > 0)
            yield return new(
                $"feeds.json cannot be used ({feeds.Errors[0]}), so FeedHub keeps running on what it had",
                "See all that is wrong",
                "/hangfire/sources");
        if (feeds.UnknownSources is [var unknown, ..])
            yield return new(
                $"A rule of feeds.json names a source that there is not ({unknown}), so it holds for fewer sources than it says",
                "See all that is wrong",
                "/hangfire/sources");
        if (settings.Problems.Count > 0)
            yield return new(
                $"The settings were changed and cannot be used ({settings.Problems[0]}), so FeedHub keeps running on what it had",
                "See the settings",
                "/hangfire/settings");
        if (numbers.Jobs.Servers == 0)
            yield return new("No workers are running, so nothing is polled", "See the servers", "/hangfire/servers");
        if (!network.IsDown && numbers.DueSince is { } since && numbers.At - since > Late)
            yield return new(
                $"Polls are late: {Count(numbers.Waiting, "source waits", "sources wait")}, the first for "
                    + $"{RelativeTime.Span(numbers.At - since)}. {WhyLate(numbers)}",
                "See what the workers do", "/hangfire/jobs/processing");
        foreach (var receiver in receivers.All)
        {
            if (ToldReceivers.Find(database, receiver.Name)?.Error is { } untold)
                yield return new(
                    $"Alerts cannot be sent ({receiver.Shown}: {untold.ToString().TrimEnd('.')}); they are tried again",
                    "Send a test", "/hangfire/settings#alerts");
        }

        if (backups.LastFailure is { } failure)
            yield return new(
                $"The backup of {RelativeTime.Of(failure.At, numbers.At)} failed: {failure.Words.TrimEnd('.')}",
                "See the backups",
                "/hangfire/backups");
        else if (backups.Keep > 0 && backups.All() is [var newest, ..] && numbers.At - newest.At > OldBackup)
            yield return new($"The newest backup is from {RelativeTime.Of(newest.At, numbers.At)}", "Make one now", "/hangfire/backups");
    }

    /// <summary>Why polls are late, as a sentence without its full stop.</summary>
    public static string WhyLate(OverviewNumbers numbers) => numbers switch
    {
        { Jobs.Servers: 0 } => "No workers are running",
        { Crowd: { } crowd } when crowd.Sources > 1 && crowd.Sources * 2 > numbers.Waiting =>
            $"{crowd.Sources.ToString(CultureInfo.InvariantCulture)} of them are on {crowd.Host}, which is asked for one after the "
                + "other",
        { Jobs.Processing: > 0 } =>
            $"The workers are busy: {Count((int)numbers.Jobs.Processing, "job is", "jobs are")} under way (Polling:Concurrency says how "
                + "many there may be)",
        _ => "No worker has taken them yet",
    };

    private static IEnumerable<Concern> Sources(OverviewNumbers numbers)
    {
        int Of(SourceState state) => numbers.States.GetValueOrDefault(state);
        if (numbers.Sources == 0)
            yield return new("There are no sources yet", "Add the first one", "/hangfire/sources");
        if (Of(SourceState.Failing) is > 0 and var failing)
            yield return new($"{Count(failing, "source fails", "sources fail")}", "See why", Filtered(SourceState.Failing));
        if (Of(SourceState.Gone) is > 0 and var gone)
            yield return new(
                $"{Count(gone, "source is gone", "sources are gone")} for good",
                "Give a new address, or delete",
                Filtered(SourceState.Gone));
        if (Of(SourceState.Quiet) is > 0 and var quiet)
            yield return new(
                $"{Count(quiet, "source is", "sources are")} quiet for longer than usual",
                "See which",
                Filtered(SourceState.Quiet),
                IsGrave: false);
        if (Of(SourceState.Throttled) is > 0 and var throttled)
            yield return new(
                $"{Count(throttled, "source rests", "sources rest")} because the server asked for it; FeedHub asks again when it may",
                "See the hosts",
                "/hangfire/hosts",
                IsGrave: false);
    }

    private IEnumerable<Concern> Secrets(OverviewNumbers numbers)
    {
        if (numbers.WithHeaders > 0 && !options.Value.IsClosed())
            yield return new(
                $"{Count(numbers.WithHeaders, "source is", "sources are")} polled with headers of your own, and this hub is open: "
                    + "everybody can read what they send you. FeedHub:Publishing:Access=closed asks readers for a key",
                "See the keys",
                "/hangfire/access#keys",
                IsGrave: false);
    }

    /// <summary>The list of sources in this state.</summary>
    public static string Filtered(SourceState state) => $"/hangfire/sources?state={state.ToString().ToLowerInvariant()}";

    private static string Count(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");
}
