using FeedHub.Model.Sources;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Writing;

namespace FeedHub.Fetching;

/// <summary>The addresses of one fetch, from the source's own to the one that answers; decides what may be sent to each.</summary>
internal sealed class RedirectTrail
{
    /// <summary>Most redirects that are followed.</summary>
    public const int Limit = 5;

    private readonly List<Uri> _addresses;
    private bool _permanent = true;

    /// <param name="start">The source's address (<see cref="WireAddress"/>).</param>
    public RedirectTrail(Uri start) => _addresses = [WithoutFragment(start)];

    /// <summary>The source's own address.</summary>
    public Uri Start => _addresses[0];

    /// <summary>The address to ask now; never with a fragment.</summary>
    public Uri Current => _addresses[^1];

    /// <summary>True once a redirect was followed.</summary>
    public bool Redirected => _addresses.Count > 1;

    /// <summary>Where the leading run of permanent redirects (RFC 9110 15.4.2, 15.4.9) ends, or null if there is none.</summary>
    public Uri? MovedTo { get; private set; }

    /// <summary>
    /// Validators belong to the server that answered at the end of the trail last time, so they go along with temporary
    /// redirects. Not so after a permanent one: the source moves when its new address has given a feed, and a 304 gives
    /// none, so that the old address would be asked for ever.
    /// </summary>
    public bool SendsValidators => MovedTo is null;

    /// <summary>
    /// A source's own headers may be secrets and go to its own origin only, and to the same host's TLS at the usual ports:
    /// where http was trusted with them, https may be.
    /// </summary>
    public bool SendsOwnHeaders => SourceUrl.MaySendHeaders(Start, Current);

    /// <summary>True for the statuses that name another address for the same document.</summary>
    public static bool IsRedirect(int status) => status is 301 or 302 or 303 or 307 or 308;

    /// <summary>Goes one redirect further.</summary>
    /// <param name="status">A status for which <see cref="IsRedirect"/> is true.</param>
    /// <param name="location">The <c>Location</c> header, or null.</param>
    /// <returns>Null, or why it cannot be followed.</returns>
    public Reason? Follow(int status, string? location)
    {
        if (string.IsNullOrWhiteSpace(location))
            return Reason.Of(ReasonCode.NoLocation, FailureWords.Status(status));
        if (WireAddress.Resolve(Current, location) is not { } next)
            return Reason.Of(ReasonCode.LocationIsNoAddress, FailureWords.Status(status));

        if (HostName.Ascii(next) is null)
            return Reason.Of(ReasonCode.LocationForbidden, FailureWords.Status(status));
        if (_addresses.Exists(a => a.AbsoluteUri == next.AbsoluteUri))
            return Reason.Of(ReasonCode.RedirectLoop, [.. _addresses.Append(next).Select(ShownAddress.Of)]);
        if (_addresses.Count > Limit)
            return Reason.Of(ReasonCode.TooManyRedirects, Limit, ShownAddress.Of(next));

        _permanent &= status is 301 or 308;
        if (_permanent)
            MovedTo = next;
        _addresses.Add(next);
        return null;
    }

    private static Uri WithoutFragment(Uri url) => url.Fragment.Length == 0 ? url : new UriBuilder(url) { Fragment = "" }.Uri;
}
