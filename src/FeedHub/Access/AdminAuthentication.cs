using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using FeedHub.Serving;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Access;

/// <summary>
/// Who gets in, and as what: who is signed in (cookie), who has a key (Bearer) or a password (Basic, any user name), and, while there is
/// no way to sign in, who sits at this machine. An Authorization header that is wrong is refused also from this machine.
/// </summary>
internal sealed class AdminAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    AccessRules rules,
    Passwords passwords,
    ProgramKeys keys,
    ApiKeys made,
    FailedSignIns failures)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>Name of the scheme and of the policy.</summary>
    public const string Name = "admin";

    private const string Basic = "Basic realm=\"FeedHub\", charset=\"UTF-8\"";

    private TimeSpan _wait;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Readers' pages ask nobody who they are: there a password is not checked, so nobody can guess one.
        if (!AsksWho(Context))
            return AuthenticateResult.NoResult();
        if (Request.Headers.Authorization.Count > 0)
            return await ByHeaderAsync();
        var cookie = await Context.AuthenticateAsync(Sessions.Scheme);
        if (cookie.Succeeded)
            return AuthenticateResult.Success(new(cookie.Principal, Scheme.Name));
        return rules.WhyNotLocal(Context) is { } why ? AuthenticateResult.Fail(why) : Accepted(Roles.AtThisMachine, Roles.Admin);
    }

    private static bool AsksWho(HttpContext context) => ReaderGate.IsAtGate(context)
        || (context.GetEndpoint()?.Metadata is { } endpoint
            && (endpoint.GetMetadata<IAuthorizeData>() ?? (object?)endpoint.GetMetadata<AdminWrites.KnowsAdmins>()) is not null);

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        var why = result.Failure?.Message ?? Say("Sign in first.", "Masuk dulu.");
        if (_wait > TimeSpan.Zero)
        {
            Response.Headers.RetryAfter = Math.Ceiling(_wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await Refusal.WriteAsync(
                Context,
                StatusCodes.Status429TooManyRequests,
                Say("Too many wrong attempts", "Terlalu banyak percobaan salah"),
                why);
        }
        else if (Refusal.IsForBrowser(Request) && rules.CanSignIn)
        {
            Response.Redirect(Request.AddressOf(ReturnAddress.SignIn(Request)));
        }
        else if (ReaderGate.IsAtGate(Context))
        {
            // A page that was opened with a key has pictures without: a browser would ask for a password for each.
            Response.Headers.WWWAuthenticate = Request.Headers["Sec-Fetch-Dest"] == "image" ? "Bearer" : Basic;
            await Refusal.WriteAsync(
                Context,
                StatusCodes.Status401Unauthorized,
                "For readers with a key",
                result.Failure is { Message: var refused } && Request.Headers.Authorization.Count > 0 ? refused
                : "This FeedHub is closed. Write ?key= and a reader key behind the address, or send the key as a password (Basic, any user "
                    + "name). Who runs this FeedHub makes keys on the dashboard, under Access.");
        }
        else
        {
            // A browser would answer Basic with a window of its own, also where only a script of the page asked.
            Response.Headers.WWWAuthenticate = passwords.HasAdmin && !Request.Headers.ContainsKey("Sec-Fetch-Mode")
                ? Basic
                : "Bearer";
            await Refusal.WriteAsync(Context, StatusCodes.Status401Unauthorized, Refusal.ForAdmins, why);
        }
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Refusal.WriteAsync(
        Context, StatusCodes.Status403Forbidden, Refusal.ForAdmins,
        Context.User.RoleOf() == Roles.Reader
            ? Say(
                "A reader key opens the feeds and pages, and nothing else.",
                "Kunci pembaca membuka feed dan halaman, tidak lebih.")
            : Say(
                "You are signed in to see everything and to change nothing. Ask an admin to do this, or sign in as one.",
                "Anda masuk untuk melihat semuanya tanpa mengubah apa pun. Minta seorang admin melakukannya, atau masuk sebagai admin."));

    private AuthenticateResult Accepted(string name, string role)
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.Name, name), new(ClaimTypes.Role, role)], Scheme.Name);
        return AuthenticateResult.Success(new(new(identity), Scheme.Name));
    }

    private Task<AuthenticateResult> ByHeaderAsync() => Credentials.Of(Request) switch
    {
        { IsKey: true, Secret: { } key } => ByKeyAsync(key),
        { } basic => ByPasswordAsync(basic.Secret),
        null => Task.FromResult(AuthenticateResult.Fail("The Authorization header is neither Bearer nor Basic.")),
    };

    private async Task<AuthenticateResult> ByKeyAsync(string key)
    {
        var answer = await keys.CheckAsync(Context, key);
        if (answer.Role is not null)
            return Accepted(answer.Name, answer.Role);
        return await RefusedAsync(
            "key refused",
            answer.Wait,
            "The API key is wrong, or none is set (FeedHub:Admin:ApiKey, or Access on the dashboard).");
    }

    private async Task<AuthenticateResult> ByPasswordAsync(string? password)
    {
        // Feed readers know no other way to send a key. Nobody guesses one, so nobody is made to wait.
        if (password is not null && await made.FindAsync(password, Context.RequestAborted) is { } key)
            return Accepted($"key {key.Name}", key.Role);
        var answer = await passwords.CheckAsync(AccessRules.ClientOf(Context), password ?? "", Context.RequestAborted);
        if (answer.Role is not null)
            return Accepted(answer.Role, answer.Role);
        return await RefusedAsync("sign-in failed", answer.Wait, "The password is wrong, or none is set (FeedHub:Admin:Password).");
    }

    private async Task<AuthenticateResult> RefusedAsync(string what, TimeSpan asked, string why)
    {
        _wait = asked;
        await failures.NoteAsync(Context, what, why);
        return AuthenticateResult.Fail(
            _wait > TimeSpan.Zero ? $"There were too many wrong attempts; try again in {Math.Ceiling(_wait.TotalSeconds)} s." : why);
    }
}
