using FeedHub.Model.Sources;
using FeedHub.Syndication.Writing;
using static FeedHub.Model.Words.Spoken;

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
            Say(
                $"Pushes come from {Hub(s)}, so it is polled rarely. The lease is renewed {when(s.AskAt)}.{Note(s)}",
                $"Push datang dari {Hub(s)}, jadi jarang diperiksa. Langganan diperbarui {when(s.AskAt)}.{Note(s)}"),
        { State: SubscriptionState.Active, LastPushAt: null } =>
            Say(
                $"Subscribed at {Hub(s)}; it is polled as usual until the first push. The lease is renewed "
                    + $"{when(s.AskAt)}.{Note(s)}",
                $"Berlangganan di {Hub(s)}; diperiksa seperti biasa sampai push pertama. Langganan diperbarui "
                    + $"{when(s.AskAt)}.{Note(s)}"),
        { State: SubscriptionState.Active } =>
            Say(
                $"Subscribed at {Hub(s)}, but polled as usual. The lease is renewed {when(s.AskAt)}.{Note(s)}",
                $"Berlangganan di {Hub(s)}, tetapi diperiksa seperti biasa. Langganan diperbarui "
                    + $"{when(s.AskAt)}.{Note(s)}"),
        { State: SubscriptionState.Denied } => Say(
            $"{Hub(s)} denied the subscription; it is asked again {when(s.AskAt)}.{Note(s)}",
            $"{Hub(s)} menolak langganan; akan diminta lagi {when(s.AskAt)}.{Note(s)}"),
        { State: SubscriptionState.Leaving } => Say(
            $"{Hub(s)} is asked to end the subscription.",
            $"{Hub(s)} diminta mengakhiri langganan."),
        { State: SubscriptionState.Idle } => Say(
            $"Its feed names the hub {Hub(s)}, which is not asked while the source is not polled.",
            $"Feed-nya menyebut hub {Hub(s)}, yang tidak diminta selama sumber ini tidak diperiksa."),
        { AskedAt: not null } => Say(
            $"{Hub(s)} was asked {when(s.AskedAt)} and has not verified yet.{Note(s)}",
            $"{Hub(s)} diminta {when(s.AskedAt)} dan belum memastikan.{Note(s)}"),
        { Callback: null, Failures: 0 } => Say(
            $"Its feed names the hub {Hub(s)}; FeedHub subscribes there if FeedHub:PublicUrl is set.",
            $"Feed-nya menyebut hub {Hub(s)}; FeedHub berlangganan di sana bila FeedHub:PublicUrl diisi."),
        _ => Say($"{Hub(s)} is asked {when(s.AskAt)}.{Note(s)}", $"{Hub(s)} diminta {when(s.AskAt)}.{Note(s)}"),
    };

    private static string Hub(Subscription s) => ShownAddress.Of(s.Hub);

    private static string Note(Subscription s) => ShownAddress.InText(s.Note) is { } note ? Say(
        $" Last: {note}.",
        $" Terakhir: {note.Said()}.") : "";

    private static string Refused(Subscription s) =>
        s.RefusedPushes == 0 ? ""
            : Say(
                $" {s.RefusedPushes} {(s.RefusedPushes == 1 ? "push was" : "pushes were")} refused, the last because "
                    + $"{ShownAddress.InText(s.Refusal)}.",
                $" {s.RefusedPushes} push ditolak, yang terakhir karena {ShownAddress.InText(s.Refusal)?.Said()}.");
}
