using System.Net.Http.Headers;
using System.Reflection;
using FeedHub.Model.Settings;

namespace FeedHub.Fetching;

/// <summary>How FeedHub names itself to other people's servers.</summary>
public static class UserAgent
{
    /// <summary>Where a publisher reads what FeedHub is, if the operator gives no <c>PublicUrl</c>.</summary>
    public const string ProjectUrl = "https://feedhub.example/";

    /// <summary>Version of this build, without build metadata.</summary>
    public static string Version { get; } = ReadVersion();

    /// <summary>The header's value: <c>FeedHub/0.1.0 (+https://…)</c>.</summary>
    /// <param name="publicUrl"><see cref="FeedHubOptions.PublicUrl"/>; what is no web address is passed over.</param>
    public static string For(string? publicUrl) => $"FeedHub/{Version} (+{Contact(publicUrl)})";

    private static string Contact(string? publicUrl) =>
        Uri.TryCreate(publicUrl, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https") && FitsComment(url)
            ? url.AbsoluteUri
            : ProjectUrl;

    // A parenthesis in the address could end the comment early (RFC 9110 5.6.5).
    private static bool FitsComment(Uri url) => ProductInfoHeaderValue.TryParse($"(+{url.AbsoluteUri})", out _);

    private static string ReadVersion() => typeof(UserAgent).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
