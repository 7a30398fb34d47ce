using FeedHub.Access;
using FeedHub.Dashboard.Frame;
using FeedHub.Model.Access;
using FeedHub.Serving;
using FeedHub.Storage.Statements.Audit;
using Microsoft.AspNetCore.Authentication;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Access;

/// <summary>The page of access on the dashboard: who is signed in, keys of programs, the password.</summary>
internal static class AccessPages
{
    private const string Home = "/hangfire/access";

    /// <summary>Maps the page and its posts.</summary>
    public static void MapAccessPages(this RouteGroupBuilder dashboard)
    {
        dashboard.MapGet("/access", (HttpContext context) => ShowAsync(context, null));
        var writes = dashboard.MapAdminWrites("/access");
        writes.MapPost("/keys", MakeKeyAsync);
        writes.MapPost("/keys/{id:long}/revoke", RevokeKeyAsync);
        writes.MapPost("/password", SetPasswordAsync);
        writes.MapPost("/sessions/{id}/end", EndAsync);
        writes.MapPost("/sign-out-everywhere", SignOutEverywhereAsync);
        writes.MapPost("/sign-out", SignOutAsync).OpenToReaders();
    }

    private static async Task MakeKeyAsync(HttpContext context, ApiKeys keys)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (name, role) = (form["name"].ToString().Trim(), form["role"].ToString());
        var typed = new Dictionary<string, string> { ["name"] = name, ["role"] = role };
        if (keys.ProblemsOf(name, role) is { Count: > 0 } problems)
        {
            await RefuseAsync(context, problems, typed);
            return;
        }

        var (key, error) = await keys.AddAsync(name, role, context.RequestAborted);
        await ShowAsync(context, error, key, typed);
    }

    private static async Task RevokeKeyAsync(long id, HttpContext context, ApiKeys keys)
    {
        if (await keys.RevokeAsync(id, context.RequestAborted))
            Redirect(context, "revoked");
        else
            await ShowAsync(context, AccessText.ThereIsNoSuchKey);
    }

    private static async Task SetPasswordAsync(HttpContext context, Passwords passwords, Sessions sessions)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var password = form["password"].ToString();
        var errors = Passwords.ProblemsOf(password, form["again"].ToString());
        if (await WhyNotCurrentAsync(context, passwords, sessions, form["current"].ToString()) is { } wrong)
            errors["current"] = wrong;
        if (errors.Count > 0)
        {
            await RefuseAsync(context, errors);
            return;
        }

        await passwords.SetAsync(password, context.RequestAborted);
        if (!passwords.IsInSettings)
        {
            // Every session of the former password ends; the person who set the new one goes on.
            foreach (var old in sessions.All.Where(s => s is { By: SessionMarks.Password, Role: Roles.Admin }))
                await sessions.EndAsync(old.Id, context.RequestAborted);
            await SignInPages.BeginAsync(context, Roles.Admin);
        }

        Redirect(context, passwords.IsInSettings ? "kept" : "password");
    }

    // A page left open must not be enough to take FeedHub over. Who came without the password cannot be asked for it.
    private static async Task<string?> WhyNotCurrentAsync(HttpContext context, Passwords passwords, Sessions sessions, string current)
    {
        if (!passwords.HasAdmin || sessions.Of(context.User) is { By: SessionMarks.OpenId })
            return null;
        var answer = await passwords.CheckAsync(AccessRules.ClientOf(context), current, context.RequestAborted);
        return answer.Role == Roles.Admin ? null
            : answer.Wait > TimeSpan.Zero ? SignInText.For(context.Request).Wait(answer.Wait)
            : AccessText.ThePresentPasswordIsWrong;
    }

    private static async Task EndAsync(string id, HttpContext context, Sessions sessions, AuditLog audit)
    {
        var name = sessions.All.FirstOrDefault(s => s.Id == id)?.Name;
        if (!await sessions.EndAsync(id, context.RequestAborted))
        {
            await ShowAsync(context, AccessText.ThereIsNoSuchSession);
            return;
        }

        await audit.AddAsync(AuditArea.Access, "session ended", name, context.RequestAborted);
        Redirect(context, "ended");
    }

    private static async Task SignOutEverywhereAsync(HttpContext context, Sessions sessions, AuditLog audit)
    {
        var count = await sessions.EndAllAsync(context.RequestAborted);
        await audit.AddAsync(AuditArea.Access, "signed out everywhere", $"{count} sessions", context.RequestAborted);
        await LeaveAsync(context);
    }

    private static async Task SignOutAsync(HttpContext context, Sessions sessions, AuditLog audit)
    {
        if (sessions.Of(context.User) is { } session)
        {
            await sessions.EndAsync(session.Id, context.RequestAborted);
            await audit.AddAsync(AuditArea.Access, "signed out", null, context.RequestAborted);
        }

        await LeaveAsync(context);
    }

    private static async Task LeaveAsync(HttpContext context)
    {
        await context.SignOutAsync(Sessions.Scheme);
        context.Response.SeeOther(context.RequestServices.GetRequiredService<AccessRules>().CanSignIn ? "/sign-in?out" : Home);
    }

    private static void Redirect(HttpContext context, string done) => context.Response.SeeOther($"{Home}?done={done}");

    private static Task RefuseAsync(
        HttpContext context, IReadOnlyDictionary<string, string> errors, IReadOnlyDictionary<string, string>? typed = null) =>
        ShowAsync(context, errors.GetValueOrDefault("", FrameText.NothingIsSaved), null, typed, errors);

    private static async Task ShowAsync(
        HttpContext context,
        string? error,
        NewKey? made = null,
        IReadOnlyDictionary<string, string>? typed = null,
        IReadOnlyDictionary<string, string>? errors = null)
    {
        if (error is not null)
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.Headers.CacheControl = "no-store";
        var page = PageContext.Of(context, DoneWords, error, typed);
        await HangfireShell.WriteAsync<AccessPage>(context, AccessText.Access, new()
        {
            [nameof(AccessPage.Context)] = errors is null ? page : page with { Errors = errors },
            [nameof(AccessPage.View)] = AccessView.Of(context, made),
        });
    }

    private static string? DoneWords(string done) => done switch
    {
        "revoked" => Say("The key is revoked: it opens nothing any more.", "Kunci dicabut: tidak membuka apa pun lagi."),
        "password" => Say(
            "The password is set. Everybody who had signed in with the former one has to sign in again.",
            "Kata sandi ditetapkan. Semua yang masuk dengan kata sandi lama harus masuk lagi."),
        "kept" => Say(
            "The password is kept, but Admin:Password in the settings goes before it as long as it is there. Nobody is signed out.",
            "Kata sandi disimpan, tetapi Admin:Password di pengaturan berlaku selama masih ada. Tidak ada yang dikeluarkan."),
        "ended" => Say("The session is ended.", "Sesi diakhiri."),
        _ => null,
    };
}
