using System.Text;

namespace FeedHub.Access;

/// <summary>What a request sends in its Authorization header: a key (Bearer, RFC 6750) or a password (Basic, RFC 7617, any user
/// name).</summary>
/// <param name="Secret">The key or password; null: nothing that can be read.</param>
/// <param name="IsKey">True for Bearer.</param>
internal sealed record Credentials(string? Secret, bool IsKey)
{
    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";

    /// <summary>What the request sends; null: neither kind.</summary>
    public static Credentials? Of(HttpRequest request) => request.Headers.Authorization.ToString() switch
    {
        var header when header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) => new(header[Bearer.Length..], IsKey: true),
        var header when header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase) =>
            new(PasswordOf(header[Basic.Length..]), IsKey: false),
        _ => null,
    };

    private static string? PasswordOf(string credentials)
    {
        var bytes = new byte[credentials.Length];
        return Convert.TryFromBase64String(credentials, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [_, var password] ? password : null;
    }
}
