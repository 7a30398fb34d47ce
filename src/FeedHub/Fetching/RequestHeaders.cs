using System.Collections.Frozen;
using System.Net;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Fetching;

/// <summary>Everything that FeedHub sends besides the address, and nothing else.</summary>
internal static class RequestHeaders
{
    private const string Accept =
        "application/rss+xml, application/rdf+xml, application/atom+xml, application/feed+json, " +
        "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";

    // They frame the message or ask for a part of the document; a source that set them would get something else than a feed.
    private static readonly FrozenSet<string> Ours = FrozenSet.ToFrozenSet(
    [
        "Connection", "Content-Length", "Expect", "Host", "If-Match", "If-Modified-Since", "If-None-Match", "If-Range",
        "If-Unmodified-Since", "Keep-Alive", "Range", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>The request to the trail's current address.</summary>
    /// <exception cref="FetchException">One of the source's own headers cannot be sent.</exception>
    public static HttpRequestMessage Compose(FetchRequest request, RedirectTrail trail, string userAgent, string? language)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, trail.Current)
        {
            // Never HTTP/3: it passes by the callback that checks the address.
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        foreach (var (name, value) in Fields(request, trail, userAgent, language))
        {
            // Unvalidated, since real ETags lack their quotes and real dates their format, and both must return as they came.
            if (!message.Headers.TryAddWithoutValidation(name, value))
                throw Unsendable(name);
        }

        return message;
    }

    /// <summary>True if the request asks conditionally.</summary>
    public static bool IsConditional(HttpRequestMessage message) =>
        message.Headers.NonValidated.Contains("If-None-Match") || message.Headers.NonValidated.Contains("If-Modified-Since");

    private static Dictionary<string, string> Fields(FetchRequest request, RedirectTrail trail, string userAgent, string? language)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["User-Agent"] = userAgent,
            ["Accept"] = request.Accept ?? Accept,
            ["Accept-Encoding"] = "gzip, br",
        };
        if (!string.IsNullOrEmpty(language))
            fields["Accept-Language"] = language;
        if (trail.SendsOwnHeaders)
            AddOwn(fields, request.Headers);
        if (trail.SendsValidators || trail.MovedTo?.AbsoluteUri == request.Unmovable)
            AddValidators(fields, request);
        return fields;
    }

    private static void AddValidators(Dictionary<string, string> fields, FetchRequest request)
    {
        if (!string.IsNullOrEmpty(request.ETag))
            fields["If-None-Match"] = request.ETag;
        if (!string.IsNullOrEmpty(request.LastModified))
            fields["If-Modified-Since"] = request.LastModified;
    }

    private static void AddOwn(Dictionary<string, string> fields, IReadOnlyDictionary<string, string> own)
    {
        foreach (var (name, value) in own)
        {
            if (Ours.Contains(name))
                throw new FetchException(Reason.Of(ReasonCode.HeaderIsOurs, name));
            if (!IsToken(name) || !IsFieldValue(value))
                throw Unsendable(name);
            fields[name] = value;
        }
    }

    private static FetchException Unsendable(string name) =>
        new(Reason.Of(ReasonCode.HeaderUnsendable, name));

    private static bool IsToken(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c));

    private static bool IsFieldValue(string value) => value.All(c => c is >= ' ' and <= '\u00FF' and not '\u007F' or '\t');
}
