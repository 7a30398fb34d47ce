using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace FeedHub.Dashboard.Access;

/// <summary>
/// Who is an admin: who has the API key (Bearer), who has the password (Basic, any user name), and, while there is no password,
/// who sits at this machine. An Authorization header that is wrong is refused wherever it comes from.
/// </summary>
internal sealed class AdminAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    IOptions<FeedHubOptions> settings)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>Name of the scheme and of the policy.</summary>
    public const string Name = "admin";

    private AdminOptions Admin => settings.Value.Admin;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var why = Request.Headers.Authorization is { Count: > 0 } header ? WhyRefused(header.ToString()) : WhyNotLocal();
        return Task.FromResult(why is null ? Accepted() : AuthenticateResult.Fail(why));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Admin.Password is null ? "Bearer" : "Basic realm=\"FeedHub\", charset=\"UTF-8\"";
        await TypedResults.Problem(result.Failure?.Message, statusCode: StatusCodes.Status401Unauthorized, title: "For admins only").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => HandleChallengeAsync(properties);

    private AuthenticateResult Accepted()
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.Name, Name)], Scheme.Name);
        return AuthenticateResult.Success(new(new(identity), Scheme.Name));
    }

    private string? WhyNotLocal()
    {
        if (Admin.Password is { Length: > 0 })
            return "Sign in with the password of FeedHub:Admin:Password, or send the API key.";
        return LocalRequest.WhyNot(Context) is { } why
            ? $"This is open to requests from this machine only, and this one is refused because {why}. Set FeedHub:Admin:Password, or send the key of FeedHub:Admin:ApiKey as a Bearer token."
            : null;
    }

    private string? WhyRefused(string header)
    {
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return Same(header["Bearer ".Length..], Admin.ApiKey) ? null : "The API key is wrong, or none is set (FeedHub:Admin:ApiKey).";
        if (header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return Same(PasswordOf(header["Basic ".Length..]), Admin.Password) ? null : "The password is wrong, or none is set (FeedHub:Admin:Password).";
        return "The Authorization header is neither Bearer nor Basic.";
    }

    private static string? PasswordOf(string credentials)
    {
        var bytes = new byte[credentials.Length];
        return Convert.TryFromBase64String(credentials, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [_, var password] ? password : null;
    }

    // In constant time over hashes: how long it takes tells nothing about the secret.
    private static bool Same(string? given, string? secret) =>
        given is not null && secret is { Length: > 0 }
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
