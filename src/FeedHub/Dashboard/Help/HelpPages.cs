using FeedHub.Dashboard.Frame;

namespace FeedHub.Dashboard.Help;

/// <summary>The docs of this version on the dashboard, so that each page can link to what tells more about it.</summary>
internal static class HelpPages
{
    /// <summary>Where they are.</summary>
    public const string Home = "/hangfire/help";

    /// <summary>Maps the list and the pages.</summary>
    public static void MapHelpPages(this RouteGroupBuilder dashboard)
    {
        dashboard.MapGet("/help", context => HangfireShell.WriteAsync<HelpPage>(context, FrameText.Help, []));
        dashboard.MapGet("/help/{**page}", ShowAsync);
    }

    private static async Task ShowAsync(string page, HttpContext context)
    {
        if (Docs.Find(page) is not var (title, html))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await HangfireShell.WriteAsync<HelpPage>(context, FrameText.Help, []);
            return;
        }

        await HangfireShell.WriteAsync<HelpPage>(context, title, new() { [nameof(HelpPage.Html)] = html });
    }
}
