using Microsoft.AspNetCore.Authentication.Cookies;

namespace FeedHub.Access;

/// <summary>Cookies whose name begins with <c>__Host-</c> where the connection is safe: browsers then let no other host set them.</summary>
internal sealed class SessionCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, NameOf(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, NameOf(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, NameOf(context, key), options);

    private static string NameOf(HttpContext context, string key) =>
        context.Request switch
        {
            { IsHttps: false } => key,
            { PathBase.HasValue: false } => $"__Host-{key}",

            // __Host- is for cookies of a whole host; another FeedHub may stand under another path.
            _ => $"__Secure-{key}",
        };
}
