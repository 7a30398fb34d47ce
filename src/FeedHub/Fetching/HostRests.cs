using System.Collections.Concurrent;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Fetching;

/// <summary>A server that is left alone.</summary>
/// <param name="Until">From when on it may be asked again.</param>
/// <param name="Reason">What it said.</param>
public sealed record HostRest(DateTimeOffset Until, Reason Reason);

/// <summary>
/// Servers that asked to be left alone, with all their sources. The truth is in the database (<c>Hosts</c>); this is what every request
/// looks at.
/// </summary>
public sealed class HostRests(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, HostRest> _rests = new(StringComparer.Ordinal);

    /// <summary>The rest that a server has now, or null.</summary>
    /// <param name="server">As <see cref="FeedHub.Model.Sources.SourceUrl.ServerOf(Uri)"/> names it.</param>
    public HostRest? Of(string server)
    {
        if (!_rests.TryGetValue(server, out var rest))
            return null;
        if (rest.Until > clock.GetUtcNow())
            return rest;
        _rests.TryRemove(new(server, rest));
        return null;
    }

    /// <summary>Leaves a server alone; a longer rest that it has already stays.</summary>
    public void Set(string server, HostRest rest) =>
        _rests.AddOrUpdate(server, rest, (_, known) => known.Until > rest.Until ? known : rest);
}
