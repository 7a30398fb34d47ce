using FeedHub.Model.Sources;
using FeedHub.Syndication.Writing;

namespace FeedHub.Subscribing;

/// <summary>How a subscription stands, for an admin.</summary>
public static class SubscriptionWords
{
    /// <summary>In one sentence or two.</summary>
    /// <param name="subscription">The source's.</param>
    /// <param name="when">Writes an instant beside the present, as in "in 3 h".</param>
    public static string Of(Subscription subscription, Func<DateTimeOffset?, string> when) =>
        State(subscription, when) + Refused(subscription);

    private static string State(Subscription s, Func<DateTimeOffset?, string> when) => s switch
    {
        { State: SubscriptionState.Active, PushesCome: true } =>
            $"Pushes come from {Hub(s)}, so it is polled rarely. The lease is renewed {when(s.AskAt)}.{Note(s)}",
        { State: SubscriptionState.Active, LastPushAt: null } =>
            $"Subscribed at {Hub(s)}; it is polled as usual until the first push. The lease is renewed {when(s.AskAt)}.{Note(s)}",
        { State: SubscriptionState.Active } =>
            $"Subscribed at {Hub(s)}, but polled as usual. The lease is renewed {when(s.AskAt)}.{Note(s)}",
        { State: SubscriptionState.Denied } => $"{Hub(s)} denied the subscription; it is asked again {when(s.AskAt)}.{Note(s)}",
        { State: SubscriptionState.Leaving } => $"{Hub(s)} is asked to end the subscription.",
        { State: SubscriptionState.Idle } => $"Its feed names the hub {Hub(s)}, which is not asked while the source is not polled.",
        { AskedAt: not null } => $"{Hub(s)} was asked {when(s.AskedAt)} and has not verified yet.{Note(s)}",
        { Callback: null, Failures: 0 } => $"Its feed names the hub {Hub(s)}; FeedHub subscribes there if FeedHub:PublicUrl is set.",
        _ => $"{Hub(s)} is asked {when(s.AskAt)}.{Note(s)}",
    };

    private static string Hub(Subscription s) => ShownAddress.Of(s.Hub);

    private static string Note(Subscription s) => ShownAddress.InText(s.Note) is { } note ? $" Last: {note}." : "";

    private static string Refused(Subscription s) =>
        s.RefusedPushes == 0 ? ""
            : $" {s.RefusedPushes} {(s.RefusedPushes == 1 ? "push was" : "pushes were")} refused, the last because "
                + $"{ShownAddress.InText(s.Refusal)}.";
}
