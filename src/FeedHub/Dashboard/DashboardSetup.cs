using System.Globalization;
using FeedHub.Dashboard.Access;
using Hangfire;
using Hangfire.Dashboard;

namespace FeedHub.Dashboard;

/// <summary>The dashboard in the container and at its address.</summary>
internal static class DashboardSetup
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    // Hangfire keeps menus and style sheets in statics of the process: registered once, services taken from each request.
    static DashboardSetup()
    {
        NavigationMenu.Items.Add(page => new MenuItem("Sources", page.Url.To("/sources"))
        {
            Active = page.RequestPath.StartsWith("/sources", StringComparison.Ordinal),
            Metric = new DashboardMetric("feedhub:ailing", shown => new Metric(shown.Context.GetHttpContext().RequestServices.GetRequiredService<SourceNames>().Ailing)
            {
                Style = MetricStyle.Danger,
                Highlighted = true,
            }),
        });
        NavigationMenu.Items.Add(page => new MenuItem("Stories", page.Url.To("/stories"))
        {
            Active = page.RequestPath.StartsWith("/stories", StringComparison.Ordinal),
        });
        NavigationMenu.Items.Add(page => new MenuItem("Categories", page.Url.To("/categories"))
        {
            Active = page.RequestPath.StartsWith("/categories", StringComparison.Ordinal),
        });
        NavigationMenu.Items.Add(page => new MenuItem("Hosts", page.Url.To("/hosts"))
        {
            Active = page.RequestPath.StartsWith("/hosts", StringComparison.Ordinal),
        });
        NavigationMenu.Items.Add(page => new MenuItem("Access", page.Url.To("/access"))
        {
            Active = page.RequestPath.StartsWith("/access", StringComparison.Ordinal) || page.RequestPath.StartsWith("/audit", StringComparison.Ordinal),
        });
        DashboardRoutes.AddStylesheet(typeof(DashboardSetup).Assembly, "FeedHub.Assets.dashboard.css");
        DashboardRoutes.AddStylesheet(typeof(DashboardSetup).Assembly, "FeedHub.Assets.access.css");
        DashboardRoutes.AddStylesheet(typeof(DashboardSetup).Assembly, "FeedHub.Assets.sources.css");
        DashboardRoutes.AddJavaScript(typeof(DashboardSetup).Assembly, "FeedHub.Assets.dashboard.js");
    }

    /// <summary>Adds what our pages on the dashboard need.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services) => services
        .AddSingleton<SourceNames>()
        .AddSingleton<MergeQueries>()
        .AddSingleton(provider => new DashboardOptions
        {
            // The policy on the group decides; Hangfire's own filter would let everybody in behind a proxy.
            Authorization = [],
            IsReadOnlyFunc = dashboard => !dashboard.GetHttpContext().User.MayChange(),
            DashboardTitle = "FeedHub",
            DisplayNameFunc = (_, job) => provider.GetRequiredService<SourceNames>().NameOf(job),
            AppPath = "/",
        });

    /// <summary>Makes Hangfire's layout name the language that its pages are in, whatever the machine's is.</summary>
    public static IApplicationBuilder UseDashboardLanguage(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/hangfire"))
            CultureInfo.CurrentUICulture = English;
        return next(context);
    });

    /// <summary>Maps Hangfire's own pages and ours behind one policy.</summary>
    public static void MapDashboard(this IEndpointRouteBuilder app)
    {
        var admin = app.MapGroup("").RequireAuthorization(AdminAuthentication.Name);
        var pages = admin.MapGroup("/hangfire");
        pages.MapSourceListPages();
        pages.MapImportPages();
        pages.MapExportPages();
        pages.MapSourcePages();
        pages.MapStoryPages();
        pages.MapCategoryPages();
        pages.MapHostPages();
        pages.MapAccessPages();
        pages.MapAuditPage();
        admin.MapHangfireDashboard("/hangfire", app.ServiceProvider.GetRequiredService<DashboardOptions>());
    }
}
