using FeedHub.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace FeedHub.Dashboard.Access;

/// <summary>Access for admins in the container and in the pipeline.</summary>
internal static class AccessSetup
{
    /// <summary>Adds the one policy that guards the dashboard and the API's writes.</summary>
    public static IServiceCollection AddAdminAccess(this IServiceCollection services)
    {
        services.AddAuthentication(AdminAuthentication.Name)
            .AddScheme<AuthenticationSchemeOptions, AdminAuthentication>(AdminAuthentication.Name, null);
        services.AddAuthorizationBuilder().AddPolicy(AdminAuthentication.Name, policy => policy.RequireAuthenticatedUser());
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "feedhub-antiforgery");

        // Kept with the data: forms that were open over a restart can still be sent.
        services.AddDataProtection().SetApplicationName("FeedHub");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>().Configure<DatabaseFile, ILoggerFactory>((keys, file, loggers) =>
            keys.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(new(Path.Combine(file.Directory, "keys")), loggers));
        return services;
    }

    /// <summary>Refuses writes that a page of another origin makes a browser send, also on loopback.</summary>
    public static IApplicationBuilder UseSameOriginWrites(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (IsWrite(context.Request.Method) && IsForeign(context.Request))
            await TypedResults.Problem("Writes from a page of another origin are refused.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
        else
            await next(context);
    });

    private static bool IsWrite(string method) =>
        !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    private static bool IsForeign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none"))
            return true;
        return request.Headers.Origin is [{ } origin] && !origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
