using FeedHub.Access;
using FeedHub.Model.Access;
using FeedHub.Serving;
using Microsoft.AspNetCore.Antiforgery;

namespace FeedHub.Dashboard.Access;

/// <summary>The page behind the setup link: a person who has the console's link sets the first password.</summary>
internal static class SetupPages
{
    /// <summary>Maps it.</summary>
    public static void MapSetup(this IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/setup",
            (HttpContext context, SetupLink link) => ShowAsync(context, link, context.Request.Query["code"].ToString(), []));
        app.MapPost("/setup", SetAsync).AddEndpointFilter(FormToken.RequireFormAsync);
    }

    private static async Task ShowAsync(HttpContext context, SetupLink link, string code, Dictionary<string, string> errors)
    {
        var text = SignInText.For(context.Request);
        if (!link.Opens(code))
        {
            await Refusal.WritePageAsync(context, StatusCodes.Status403Forbidden, text.NoSetUp, text.NoSetUpHelp, text);
            return;
        }

        var services = context.RequestServices;
        var status = errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        await Refusal.SendAsync(context, status, await services.GetRequiredService<PageRenderer>()
            .RenderAsync<SetupPage>(new Dictionary<string, object?>
            {
                [nameof(SetupPage.Text)] = text,
                [nameof(SetupPage.Tokens)] = services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context),
                [nameof(SetupPage.Code)] = code,
                [nameof(SetupPage.Errors)] = errors,
            }));
    }

    private static async Task SetAsync(HttpContext context, SetupLink link, Passwords passwords, IAntiforgery antiforgery)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (code, password) = (form["code"].ToString(), form["password"].ToString());
        var errors = await antiforgery.IsRequestValidAsync(context)
            ? Passwords.ProblemsOf(password, form["again"].ToString())
            : new() { [""] = SignInText.For(context.Request).OldForm };
        if (errors.Count > 0 || !link.Use(code))
        {
            await ShowAsync(context, link, code, errors);
            return;
        }

        await new Actor("setup link", Roles.Admin, context.Connection.RemoteIpAddress?.ToString()).ActAsync(
            () => passwords.SetAsync(password, context.RequestAborted));
        await SignInPages.BeginAsync(context, Roles.Admin);
        context.Response.SeeOther(ReturnAddress.Home);
    }
}
