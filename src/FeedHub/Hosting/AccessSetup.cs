using FeedHub.Access;
using FeedHub.Auditing;
using FeedHub.Serving;
using FeedHub.Storage.Statements.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Hosting;

/// <summary>Access for admins in the container and in the pipeline.</summary>
internal static class AccessSetup
{
    /// <summary>
    /// Adds the one policy that guards the dashboard and the API's writes, and what decides who gets in. Of those that write problems the
    /// first that can does: this must come before the reader's pages.
    /// </summary>
    public static IServiceCollection AddAdminAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<SignInGuard>().AddSingleton<FailedSignIns>().AddSingleton<Passwords>().AddSingleton<SessionMarks>()
            .AddSingleton<LastUses>()
            .AddSingleton<Sessions>()
            .AddSingleton<ApiKeys>()
            .AddSingleton<ProgramKeys>()
            .AddSingleton<AccessRules>()
            .AddSingleton<SetupLink>()
            .AddSingleton<AuditLines>()
            .AddSingleton<AuditLog>()
            .AddPurge(AuditLog.Purge)
            .AddSingleton<IProblemDetailsWriter, DashboardProblems>();
        services.AddAuthentication(AdminAuthentication.Name)
            .AddScheme<AuthenticationSchemeOptions, AdminAuthentication>(AdminAuthentication.Name, null)
            .AddCookie(Sessions.Scheme, Configure)
            .AddOpenId(configuration);
        services.AddAuthorizationBuilder().AddPolicy(
            AdminAuthentication.Name,
            policy => policy.AddRequirements(new AdminWrites.Requirement()).RequireAuthenticatedUser());
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "feedhub-antiforgery";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });

        // Kept with the data: forms that were open over a restart can still be sent, and who was signed in stays so.
        services.AddDataProtection().SetApplicationName("FeedHub");
        return services;
    }

    /// <summary>Reads the password, keys and sessions that are stored; at start.</summary>
    public static void RecallAccess(this IServiceProvider services)
    {
        services.GetRequiredService<Passwords>().Load();
        services.GetRequiredService<ApiKeys>().Load();
        services.GetRequiredService<Sessions>().Load();
    }

    /// <summary>Refuses writes that a page of another origin makes a browser send, also on loopback.</summary>
    public static IApplicationBuilder UseSameOriginWrites(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (AdminWrites.IsWrite(context.Request.Method) && IsForeign(context.Request))
            await TypedResults.Problem(
                Say("Writes from a page of another origin are refused.", "Perubahan dari halaman situs lain ditolak."),
                statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
        else
            await next(context);
    });

    private static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "feedhub-session";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;

        // Not Strict: a person who follows a link to the dashboard, or comes back from an OpenID provider, would not be signed in.
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.CookieManager = new SessionCookies();
        cookie.ExpireTimeSpan = Sessions.Idle;
        cookie.SlidingExpiration = true;
        cookie.Events.OnValidatePrincipal = async check =>
        {
            if (await check.HttpContext.RequestServices.GetRequiredService<Sessions>()
                .FindAsync(check.Principal, check.HttpContext.RequestAborted) is null)
                check.RejectPrincipal();
        };
    }

    private static bool IsForeign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none"))
            return true;
        return request.Headers.Origin is [{ } origin] && !IsOurs(origin, request);
    }

    // A proxy may pass on its own Host: then only PublicUrl says what address our pages have.
    private static bool IsOurs(string origin, HttpRequest request) =>
        origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
        || (Uri.TryCreate(
            request.HttpContext.RequestServices.GetRequiredService<PublicAddress>().Configured,
            UriKind.Absolute,
            out var address)
            && origin.Equals(address.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase));
}
