using System.Globalization;
using System.Text;
using FeedHub.Model.Hub;
using FeedHub.Model.Settings;
using FeedHub.Syndication.Identity;

namespace FeedHub.Hub;

/// <summary>A well-formed request to the hub (WebSub 5.1).</summary>
public sealed record HubCommand(HubMode Mode, Uri Callback, string Topic, string? Secret, TimeSpan Lease);

/// <summary>Reads the form of a request to the hub.</summary>
public static class HubForm
{
    private const int MaxAddress = 2000;
    private const int MaxSecretBytes = 199;
    private static readonly TimeSpan ShortestLease = TimeSpan.FromMinutes(1);

    /// <summary>The command, or what is wrong, in words.</summary>
    public static (HubCommand? Command, string? Error) Read(IReadOnlyDictionary<string, string> form, HubOptions options)
    {
        var secret = form.GetValueOrDefault("hub.secret") is { Length: > 0 } given ? given : null;
        if (ModeOf(form.GetValueOrDefault("hub.mode")) is not { } mode)
            return (null, "hub.mode: write subscribe or unsubscribe.");
        if (CallbackOf(form.GetValueOrDefault("hub.callback")) is not { } callback)
            return (null,
                $"hub.callback: write an absolute http or https address, with a host name that there may be and without a fragment, of "
                    + $"at most {MaxAddress} characters.");
        if (form.GetValueOrDefault("hub.topic") is not { Length: > 0 and <= MaxAddress } topic)
            return (null, "hub.topic: write the address of one of this hub's feeds, as its rel=self link gives it.");
        if (secret is not null && Encoding.UTF8.GetByteCount(secret) > MaxSecretBytes)
            return (null, "hub.secret: write less than 200 bytes.");
        return LeaseOf(form.GetValueOrDefault("hub.lease_seconds"), options) is { } lease
            ? (new(mode, callback, topic, secret, lease), null)
            : (null, "hub.lease_seconds: write a whole number of seconds, or leave it out.");
    }

    private static HubMode? ModeOf(string? mode) => mode switch
    {
        "subscribe" => HubMode.Subscribe,
        "unsubscribe" => HubMode.Unsubscribe,
        _ => null,
    };

    private static Uri? CallbackOf(string? callback) =>
        callback is { Length: <= MaxAddress } && Uri.TryCreate(callback, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https" && address.Fragment.Length == 0 && HostName.Ascii(address) is not null ? address : null;

    private static TimeSpan? LeaseOf(string? seconds, HubOptions options)
    {
        if (string.IsNullOrEmpty(seconds))
            return options.DefaultLease;
        if (!long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var asked))
            return null;
        return TimeSpan.FromSeconds(Math.Clamp(asked, (long)ShortestLease.TotalSeconds, (long)options.MaxLease.TotalSeconds));
    }
}
