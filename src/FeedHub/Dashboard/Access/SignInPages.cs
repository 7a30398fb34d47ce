using FeedHub.Access;
using FeedHub.Model.Access;
using FeedHub.Serving;
using FeedHub.Storage.Statements.Audit;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Access;

/// <summary>The page on which people sign in; open to everybody.</summary>
internal static class SignInPages
{
    /// <summary>Maps signing in, and setting the first password.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", ShowAsync);
        app.MapPost("/sign-in", SignInAsync).AddEndpointFilter(FormToken.RequireFormAsync);
        app.MapGet(SignInStyle.Path, SignInStyle.SendAsync);
        app.MapSetup();
        if (app.ServiceProvider.GetRequiredService<AccessRules>().HasOpenId)
            app.MapGet("/sign-in/openid", (HttpContext context) => OpenIdSetup.BeginAsync(context, AskedFor(context)));
    }

    /// <summary>Begins a session, and sends its cookie.</summary>
    public static async Task BeginAsync(HttpContext context, string role)
    {
        var session = await context.RequestServices.GetRequiredService<Sessions>().BeginAsync(context, role, role, SessionMarks.Password);
        await context.SignInAsync(Sessions.Scheme, session);
        await context.RequestServices.GetRequiredService<AuditLog>().AddAsync(
            new(role, role, context.Connection.RemoteIpAddress?.ToString()), AuditArea.Access, "signed in", SessionMarks.Password,
            context.RequestAborted);
    }

    private static async Task ShowAsync(HttpContext context, AccessRules rules)
    {
        var text = SignInText.For(context.Request);
        if (!rules.CanSignIn)
            await Refusal.WritePageAsync(
                context,
                StatusCodes.Status401Unauthorized,
                Refusal.ForAdmins,
                rules.WhyNotLocal(context) ?? Say(
                    "There is no password: the dashboard is open to requests from this machine.",
                    "Tidak ada kata sandi: dasbor terbuka untuk permintaan dari mesin ini."));
        else if ((await context.AuthenticateAsync(Sessions.Scheme)).Succeeded)
            context.Response.Redirect(context.Request.AddressOf(AskedFor(context)));
        else
            await WriteAsync(context, StatusCodes.Status200OK, null, context.Request.Query.ContainsKey("out") ? text.SignedOut : null);
    }

    private static async Task SignInAsync(
        HttpContext context,
        Passwords passwords,
        AccessRules rules,
        FailedSignIns failures,
        IAntiforgery antiforgery)
    {
        var text = SignInText.For(context.Request);
        if (!rules.CanSignIn)
        {
            await ShowAsync(context, rules);
            return;
        }

        if (!await antiforgery.IsRequestValidAsync(context))
        {
            await WriteAsync(context, StatusCodes.Status400BadRequest, text.OldForm, null);
            return;
        }

        var password = (await context.Request.ReadFormAsync(context.RequestAborted))["password"].ToString();
        var answer = await passwords.CheckAsync(AccessRules.ClientOf(context), password, context.RequestAborted);
        if (answer.Role is { } role)
        {
            await BeginAsync(context, role);
            context.Response.SeeOther(AskedFor(context));
            return;
        }

        await failures.NoteAsync(context, "sign-in failed", "The password was wrong.");
        if (answer.Wait > TimeSpan.Zero)
            context.Response.Headers.RetryAfter = Math.Ceiling(answer.Wait.TotalSeconds)
                .ToString(System.Globalization.CultureInfo.InvariantCulture);
        await (answer.Wait > TimeSpan.Zero
            ? WriteAsync(context, StatusCodes.Status429TooManyRequests, text.Wait(answer.Wait), null)
            : WriteAsync(context, StatusCodes.Status403Forbidden, text.Wrong, null));
    }

    // Not 401 for a wrong password: that is a browser's sign to ask with a window of its own.
    private static async Task WriteAsync(HttpContext context, int status, string? error, string? done)
    {
        var services = context.RequestServices;
        var passwords = services.GetRequiredService<Passwords>();
        await Refusal.SendAsync(context, status, await services.GetRequiredService<PageRenderer>()
            .RenderAsync<SignInPage>(new Dictionary<string, object?>
            {
                [nameof(SignInPage.Text)] = SignInText.For(context.Request),
                [nameof(SignInPage.Tokens)] = services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context),
                [nameof(SignInPage.Return)] = AskedFor(context),
                [nameof(SignInPage.HasPassword)] = passwords.HasAdmin || passwords.HasReadOnly,
                [nameof(SignInPage.HasOpenId)] = services.GetRequiredService<AccessRules>().HasOpenId,
                [nameof(SignInPage.Error)] = error,
                [nameof(SignInPage.Done)] = done,
            }));
    }

    private static string AskedFor(HttpContext context) => ReturnAddress.Safe(context.Request.Query["return"]);
}
