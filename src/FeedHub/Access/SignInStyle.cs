using System.Security.Cryptography;
using FeedHub.Serving;

namespace FeedHub.Access;

/// <summary>The style sheet of the pages before signing in.</summary>
internal static class SignInStyle
{
    private static readonly byte[] Style = EmbeddedFiles.Joined("tokens.css", "sign-in.css");

    /// <summary>Its address; another one whenever it changes, so that it can be cached for ever.</summary>
    public static string Path { get; } = $"/assets/sign-in-{Convert.ToHexStringLower(SHA256.HashData(Style).AsSpan(0, 6))}.css";

    /// <summary>Sends it.</summary>
    public static async Task SendAsync(HttpContext context)
    {
        context.Response.ContentType = "text/css; charset=utf-8";
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        await context.Response.Body.WriteAsync(Style, context.RequestAborted);
    }
}
