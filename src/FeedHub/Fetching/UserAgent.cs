using System.Net.Http.Headers;
using FeedHub.Model.Settings;
using FeedHub.Observability;

namespace FeedHub.Fetching;

/// <summary>How FeedHub names itself to other people's servers.</summary>
public static class UserAgent
{
    /// <summary>Where a publisher reads what FeedHub is, if the operator gives no <c>PublicUrl</c>.</summary>
    public const string ProjectUrl = "https://feedhub.example/";

    /// <summary>The header's value: <c>FeedHub/0.1.0 (+https://…)</c>.</summary>
    /// <param name="publicUrl"><see cref="FeedHubOptions.PublicUrl"/>; what is no web address is passed over.</param>
    public static string For(string? publicUrl) => $"FeedHub/{Build.Version} (+{Contact(publicUrl)})";

    private static string Contact(string? publicUrl) =>
        Uri.TryCreate(publicUrl, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https") && FitsComment(url)
            ? url.AbsoluteUri
            : ProjectUrl;

    // A parenthesis in the address could end the comment early (RFC 9110 5.6.5).
    private static bool FitsComment(Uri url) => ProductInfoHeaderValue.TryParse($"(+{url.AbsoluteUri})", out _);
}
