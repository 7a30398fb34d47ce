using FeedHub.Model.Settings;
using Microsoft.Extensions.Options;

namespace FeedHub.Serving;

/// <summary>The base of the addresses that FeedHub gives out.</summary>
public sealed class PublicAddress(IOptions<FeedHubOptions> options)
{
    /// <summary><c>FeedHub:PublicUrl</c> without a trailing slash, or null.</summary>
    public string? Configured { get; } = string.IsNullOrEmpty(options.Value.PublicUrl) ? null : options.Value.PublicUrl.TrimEnd('/');

    /// <summary>The path of <see cref="Configured"/>, such as <c>/news</c>, without a trailing slash; empty where there is none.</summary>
    public PathString Path { get; } = Uri.TryCreate(options.Value.PublicUrl, UriKind.Absolute, out var address)
        ? PathString.FromUriComponent(address.AbsolutePath.TrimEnd('/'))
        : default;

    /// <summary><c>FeedHub:PublicUrl</c>, else what the request was sent to; without a trailing slash.</summary>
    public string Of(HttpRequest request)
    {
        var asked = Configured ?? $"{request.Scheme}://{request.Host}{request.PathBase}";

        // A Host header that is not a host would make every address in the feed unusable.
        return Uri.TryCreate(asked, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            && asked.IndexOfAny(['<', '>', '"', '\\', ' ']) < 0
            ? asked
            : "http://localhost";
    }
}
