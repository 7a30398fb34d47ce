using FeedHub.Model.Sources;
using FeedHub.Syndication.Writing;

namespace FeedHub.Api;

/// <summary>A source's subscription at the WebSub hub that its feed names; callback and secret are left out.</summary>
public sealed record ApiPush(
    string Hub,
    string Topic,
    string State,
    DateTimeOffset Since,
    bool PushesCome,
    DateTimeOffset? LeaseUntil,
    DateTimeOffset? LastPush,
    int Pushes,
    int NewItems,
    int Refused,
    string? Note)
{
    /// <summary>The subscription as the API shows it.</summary>
    public static ApiPush Of(Subscription s, bool whole) => new(
        ApiSource.Shown(s.Hub, whole)!, ApiSource.Shown(s.Topic, whole)!, s.State.ToString().ToLowerInvariant(), s.Since, s.PushesCome,
        s.LeaseUntil, s.LastPushAt, s.Pushes, s.PushedItems, s.RefusedPushes,
        ShownAddress.InText(s.Note ?? s.Refusal)?.ToString());
}
