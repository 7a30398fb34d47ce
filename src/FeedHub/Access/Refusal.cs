using System.Text;
using FeedHub.Serving;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Access;

/// <summary>Says no: to a browser with a page, to a program with a problem document.</summary>
internal static class Refusal
{
    /// <summary>The title where somebody has to be an admin.</summary>
    public static string ForAdmins => Say("For admins only", "Hanya untuk admin");

    /// <summary>Whether a person looks at the answer.</summary>
    public static bool IsForBrowser(HttpRequest request) =>
        request.Headers.Authorization.Count == 0
            && request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes the answer.</summary>
    public static async Task WriteAsync(HttpContext context, int status, string title, string why)
    {
        if (IsForBrowser(context.Request))
            await WritePageAsync(context, status, title, why);
        else
            await TypedResults.Problem(why, statusCode: status, title: title).ExecuteAsync(context);
    }

    /// <summary>Writes a page, for every caller; title and reason are in the language of <paramref name="text"/>, that which is spoken
    /// if null.</summary>
    public static async Task WritePageAsync(HttpContext context, int status, string title, string why, SignInText? text = null)
    {
        await SendAsync(context, status, await context.RequestServices.GetRequiredService<PageRenderer>()
            .RenderAsync<RefusalPage>(new Dictionary<string, object?>
            {
                [nameof(RefusalPage.Text)] = text ?? SignInText.Spoken,
                [nameof(RefusalPage.Heading)] = title,
                [nameof(RefusalPage.Message)] = why,
            }));
    }

    /// <summary>Sends a page that nobody may keep a copy of.</summary>
    public static async Task SendAsync(HttpContext context, int status, string html)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(html, Encoding.UTF8, context.RequestAborted);
    }
}
