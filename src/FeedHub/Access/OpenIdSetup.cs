using FeedHub.Model.Access;
using FeedHub.Model.Settings;
using FeedHub.Serving;
using FeedHub.Storage.Statements.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace FeedHub.Access;

/// <summary>Signing in at an OpenID provider; there only where the settings name one.</summary>
internal static class OpenIdSetup
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "openid";

    /// <summary>Where the provider sends people back to.</summary>
    public const string CallbackPath = "/sign-in/openid/callback";

    private const string SignOutPath = "/signout-oidc";

    /// <summary>Adds it, if it is configured.</summary>
    public static void AddOpenId(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        var key = $"{FeedHubOptions.Section}:{nameof(FeedHubOptions.Admin)}:{nameof(AdminOptions.Oidc)}";
        var settings = new OidcOptions();
        configuration.GetSection(key).Bind(settings);
        if (!settings.IsConfigured)
            return;
        authentication.Services.AddSingleton<OpenIdPeople>();
        authentication.AddOpenIdConnect(Scheme, oidc => Configure(oidc, settings));
    }

    /// <summary>Whether signing in, or out, at the provider would read a form of this request.</summary>
    public static bool ReadsForm(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.HasFormContentType && (request.Path == CallbackPath || request.Path == SignOutPath);

    /// <summary>Sends the browser to the provider, which sends it back to this address of ours.</summary>
    public static async Task BeginAsync(HttpContext context, string back)
    {
        try
        {
            await context.ChallengeAsync(Scheme, new() { RedirectUri = context.Request.AddressOf(back) });
        }
        catch (InvalidOperationException error) when (error.InnerException is IOException or HttpRequestException)
        {
            LogOf(context).LogError(error, "The OpenID provider cannot be asked");
            await Refusal.WritePageAsync(context, StatusCodes.Status502BadGateway, "Your organisation's sign-in does not answer",
                "FeedHub cannot reach the OpenID provider (FeedHub:Admin:Oidc:Authority). Try again later; FeedHub's log says more.");
        }
    }

    private static ILogger LogOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OpenIdSetup));

    private static void Configure(OpenIdConnectOptions oidc, OidcOptions settings)
    {
        (oidc.Authority, oidc.ClientId, oidc.ClientSecret) = (settings.Authority, settings.ClientId, settings.ClientSecret);
        oidc.RequireHttpsMetadata = !IsLoopback(settings.Authority);
        oidc.Scope.Clear();
        foreach (var scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            oidc.Scope.Add(scope);
        oidc.SignInScheme = Sessions.Scheme;
        (oidc.CallbackPath, oidc.RemoteSignOutPath) = (CallbackPath, SignOutPath);
        oidc.MapInboundClaims = false;
        oidc.GetClaimsFromUserInfoEndpoint = true;
        foreach (var claim in (string[])["email", "email_verified"])
        {
            // As it comes: what the ID token and user info say differently must be seen.
            oidc.ClaimActions.Remove(claim);
            oidc.ClaimActions.MapJsonKey(claim, claim);
        }

        oidc.ClaimActions.MapJsonKey(settings.RoleClaim, settings.RoleClaim);

        // The code comes back in the address: a form posted from the provider's page would be a write from another origin.
        (oidc.ResponseType, oidc.ResponseMode, oidc.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
        foreach (var cookie in (CookieBuilder[])[oidc.NonceCookie, oidc.CorrelationCookie])
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        oidc.Events.OnRedirectToIdentityProvider = RedirectAsync;
        oidc.Events.OnTicketReceived = ReceiveAsync;
        oidc.Events.OnRemoteFailure = FailAsync;
    }

    private static async Task RedirectAsync(RedirectContext redirect)
    {
        var found = await redirect.Options.ConfigurationManager!.GetConfigurationAsync(redirect.HttpContext.RequestAborted);
        if (new[] { found.AuthorizationEndpoint, found.TokenEndpoint, found.UserInfoEndpoint }.FirstOrDefault(
            address => !string.IsNullOrEmpty(address) && !IsSafe(address)) is { } open)
            throw new InvalidOperationException(
                "The provider is not safe to use.",
                new IOException($"The OpenID provider names {open}: it must use https, except for addresses of this machine."));
        redirect.ProtocolMessage.RedirectUri = redirect.HttpContext.RequestServices.GetRequiredService<PublicAddress>().Of(redirect.Request)
            + CallbackPath;
    }

    /// <summary>Whether secrets may be sent there: by https, or to this machine.</summary>
    internal static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var parsed) && (parsed.Scheme == Uri.UriSchemeHttps || IsLoopback(address));

    private static bool IsLoopback(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var parsed) && parsed.Scheme == Uri.UriSchemeHttp && parsed.IsLoopback;

    private static async Task ReceiveAsync(TicketReceivedContext ticket)
    {
        var (context, services) = (ticket.HttpContext, ticket.HttpContext.RequestServices);
        var people = services.GetRequiredService<OpenIdPeople>();
        var name = people.NameOf(ticket.Principal!);
        if (people.RoleOf(ticket.Principal!) is { } role)
        {
            ticket.Principal = await services.GetRequiredService<Sessions>().BeginAsync(context, name, role, SessionMarks.OpenId);
            ticket.Properties = new();
            await services.GetRequiredService<AuditLog>().AddAsync(
                new(name, role, context.Connection.RemoteIpAddress?.ToString()), AuditArea.Access, "signed in", SessionMarks.OpenId,
                context.RequestAborted);
            return;
        }

        ticket.HandleResponse();
        await services.GetRequiredService<FailedSignIns>()
            .NoteAsync(context, "sign-in failed", $"{name}, whom the OpenID provider knows, is not let in");
        await Refusal.WritePageAsync(context, StatusCodes.Status403Forbidden, "You have no access", people.UnverifiedOf(
            ticket.Principal!) is { } email
            ? $"Your organisation does not say that the address {email} is verified to be yours (email_verified), so this FeedHub does "
                + $"not let you in by it. The person who runs it can change that (FeedHub:Admin:Oidc)."
            : $"Your organisation knows you as {name}, but this FeedHub does not let you in. Ask the person who runs it to add you "
                + $"(FeedHub:Admin:Oidc).");
    }

    private static async Task FailAsync(RemoteFailureContext failure)
    {
        failure.HandleResponse();
        var why = failure.Failure?.Message ?? "no reason was given";
        LogOf(failure.HttpContext).LogWarning(failure.Failure, "Signing in at the OpenID provider failed");
        await failure.HttpContext.RequestServices.GetRequiredService<FailedSignIns>()
            .NoteAsync(failure.HttpContext, "sign-in failed", $"OpenID Connect: {why}");
        await Refusal.WritePageAsync(failure.HttpContext, StatusCodes.Status403Forbidden, "Signing in failed",
            "Your organisation's sign-in did not work out: it took too long, was broken off, or its answer could not be trusted. Try "
                + "again; if it fails again, FeedHub's log says why.");
    }
}
