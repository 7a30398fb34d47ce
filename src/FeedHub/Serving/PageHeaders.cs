namespace FeedHub.Serving;

/// <summary>Headers that keep a browser from doing with our pages what they do not need.</summary>
internal static class PageHeaders
{
    // Pictures, sound and films of stories are their publishers'; all else is ours.
    private const string Policy =
        "default-src 'none'; script-src 'self'; img-src * data:; media-src *; connect-src 'self'; font-src 'self'; manifest-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; style-src 'self'";

    // Hangfire's charts set styles from their script; our pages among its own have no charts.
    private const string DashboardPolicy = Policy + " 'unsafe-inline'";

    /// <summary>Sets them on every answer: a feed opened in a browser is a page too.</summary>
    public static IApplicationBuilder UsePageHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        Set(context);
        return next(context);
    });

    /// <summary>Sets them, for instance again on an answer that began and was thrown away.</summary>
    public static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = IsHangfires(context.Request.Path) ? DashboardPolicy : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // Not no-referrer: browsers then send "Origin: null" with our own forms.
        headers["Referrer-Policy"] = "same-origin";
    }

    private static readonly string[] Ours = ["sources", "stories", "categories", "hosts", "settings", "backups", "access", "audit"];

    private static bool IsHangfires(PathString path) =>
        path.StartsWithSegments("/hangfire", out var rest) && rest.HasValue && rest != "/"
            && !Ours.Any(own => rest.StartsWithSegments($"/{own}"));
}
