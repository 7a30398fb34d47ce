using FeedHub.Serving;

namespace FeedHub.Access;

/// <summary>
/// Behind a proxy that ends TLS every request arrives as plain HTTP. One that was sent to <c>PublicUrl</c>'s host takes the scheme from
/// there: cookies are Secure, and a form of our own is not taken for a stranger's.
/// </summary>
internal static class PublicScheme
{
    /// <summary>Gives requests to the public address its scheme.</summary>
    public static IApplicationBuilder UsePublicScheme(this WebApplication app)
    {
        if (!Uri.TryCreate(app.Services.GetRequiredService<PublicAddress>().Configured, UriKind.Absolute, out var address))
            return app;
        return app.Use((context, next) =>
        {
            if (context.Request.Host.Value?.Equals(address.Authority, StringComparison.OrdinalIgnoreCase) == true)
                context.Request.Scheme = address.Scheme;
            return next(context);
        });
    }
}
