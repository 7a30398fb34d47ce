using System.Net;
using System.Text.RegularExpressions;
using FeedHub.Fetching;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Writing;
using Microsoft.Extensions.Options;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>What must hold of any text in the place of an address.</summary>
internal sealed partial class AddressCheck
{
    private static readonly NameResolver Names = new();
    private readonly AddressGuard _guard = new(Options.Create(new FeedHubOptions { Network = { AllowedPorts = "1-65535" } }), Names);

    public long Refused { get; private set; }

    public async Task<IReadOnlyList<Finding>> RunAsync(string address, string other)
    {
        try
        {
            return [.. Shown(address), .. Compared(address), .. await GuardedAsync(address), .. await RedirectedAsync(address, other)];
        }
        catch (Exception e)
        {
            return [Finding.Of(e)];
        }
    }

    private static IEnumerable<Finding> Shown(string address)
    {
        var shown = ShownAddress.Of(address);
        if (SecretPlaces.Tell(shown) is { } place)
            yield return new($"a secret survives in {place}", $"{address} SHOWN AS {shown}");
        if (SecretPlaces.Tell(ShownAddress.InText($"It says ({address}).")!.Split('(')[1]) is { } inText && PlainPattern().IsMatch(address))
            yield return new($"a secret survives in words, in {inText}", address);
        if (SourceUrl.Problem(address) is { } problem && SecretPlaces.Tell(problem) is { } told)
            yield return new($"a secret survives in a problem, in {told}", $"{address} TOLD AS {problem}");
    }

    private static IEnumerable<Finding> Compared(string address)
    {
        if (SourceUrl.TryParse(address, out _))
        {
            _ = SourceUrl.Key(address);
            _ = (SourceUrl.HostOf(address), SourceUrl.ServerOf(address), CanonicalUrl.OfFeed(address));
            if (SourceUrl.HostOf(address).Length == 0)
                yield return new("a source without a host", address);
        }

        _ = CanonicalUrl.Of(address);
        if (WebAddress.Http(address) is { } web && (!Uri.TryCreate(web, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0))
            yield return new("a feed's address is not one, or has user info", $"{address} AS {web}");
    }

    private async Task<IReadOnlyList<Finding>> GuardedAsync(string address)
    {
        if (!SourceUrl.TryParse(address, out _) || WireAddress.Of(address) is not { } asked)
            return [];
        return await PassesAsync(asked) is { } passed
            ? [new("a private address passes the guard", $"{address} ASKS {asked} AT {passed}")]
            : [];
    }

    private async Task<IReadOnlyList<Finding>> RedirectedAsync(string start, string location)
    {
        if (!SourceUrl.TryParse(start, out _) || WireAddress.Of(start) is not { } first || first.Scheme is not ("http" or "https"))
            return [];
        var trail = new RedirectTrail(first);
        if (trail.Follow(302, location) is { } reason)
            return SecretPlaces.Tell(reason.ToString()) is { } place
                ? [new($"a secret survives in a redirect's words, in {place}", reason.ToString())] : [];
        if (SecretPlaces.Tell(_guard.Refusal(trail.Current)?.ToString()) is { } told)
            return [new($"a secret survives in a refusal, in {told}", trail.Current.AbsoluteUri)];
        return await PassesAsync(trail.Current) is { } passed
            ? [new("a redirect to a private address passes the guard", $"{start} TO {location} AT {passed}")]
            : [];
    }

    // Numbers only: names would ask DNS.
    private async Task<IPAddress?> PassesAsync(Uri asked)
    {
        if (_guard.Refusal(asked) is not null)
        {
            Refused++;
            return null;
        }

        var host = HostName.Ascii(asked)!;
        if (!host.All(c => char.IsAsciiHexDigit(c) || c is '.' or ':' or 'x' or 'X' or '%') || !host.Any(char.IsAsciiDigit))
            return null;
        try
        {
            return (await _guard.ResolveAsync(host, CancellationToken.None)).FirstOrDefault(PrivateAddresses.Contain);
        }
        catch (FetchException)
        {
            Refused++;
            return null;
        }
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.-]*://[^\s""<>]+\z")]
    private static partial Regex PlainPattern();
}
