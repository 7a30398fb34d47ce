using System.Net.Http.Headers;
using System.Net.Mail;
using FeedHub.Model.Settings;
using FeedHub.Observability;

namespace FeedHub.Fetching;

/// <summary>How FeedHub names itself to other people's servers.</summary>
public static class UserAgent
{
    /// <summary>Where a publisher reads what FeedHub is, if the operator gives neither a contact nor a <c>PublicUrl</c>.</summary>
    public const string ProjectUrl = "https://feedhub.example/";

    private const int Longest = 200;

    /// <summary>The header's value: <c>FeedHub/0.1.0 (+https://…)</c>, with the operator's words after it.</summary>
    /// <param name="options">What is neither a web address nor a mailbox is passed over, as is a suffix that no header can carry.</param>
    public static string For(FeedHubOptions options)
    {
        var own = $"FeedHub/{Build.Version} (+{Contact(options)})";
        return options.Polling.UserAgentSuffix?.Trim() is { Length: > 0 } suffix && IsSuffix(suffix) ? $"{own} {suffix}" : own;
    }

    /// <summary>Whether the text can be named as a contact: an address on the web, or a mailbox.</summary>
    public static bool IsContact(string text) => text.Length <= Longest && Shown(text) is not null;

    /// <summary>Whether the text can stand at the end: products and comments (RFC 9110 10.1.5).</summary>
    public static bool IsSuffix(string text)
    {
        using var request = new HttpRequestMessage();
        return text.Length is > 0 and <= Longest && text.All(c => c is >= ' ' and <= '~')
            && request.Headers.UserAgent.TryParseAdd(text);
    }

    private static string Contact(FeedHubOptions options) =>
        Shown(options.Polling.Contact?.Trim()) ?? Shown(options.PublicUrl) ?? ProjectUrl;

    private static string? Shown(string? contact) => contact switch
    {
        _ when Uri.TryCreate(contact, UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https" or "mailto" && FitsComment(url) =>
            url.AbsoluteUri,
        _ when MailAddress.TryCreate(contact, out var mailbox) && mailbox.Address == contact && FitsComment(new($"mailto:{contact}")) =>
            $"mailto:{contact}",
        _ => null,
    };

    // A parenthesis in the address could end the comment early (RFC 9110 5.6.5).
    private static bool FitsComment(Uri url) => ProductInfoHeaderValue.TryParse($"(+{url.AbsoluteUri})", out _);
}
