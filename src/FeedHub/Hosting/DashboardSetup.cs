using System.Globalization;
using FeedHub.Access;
using FeedHub.Dashboard.Access;
using FeedHub.Dashboard.Audit;
using FeedHub.Dashboard.Backup;
using FeedHub.Dashboard.Categories;
using FeedHub.Dashboard.Feeds;
using FeedHub.Dashboard.Hosts;
using FeedHub.Dashboard.Lists;
using FeedHub.Dashboard.Nodes;
using FeedHub.Dashboard.Overview;
using FeedHub.Dashboard.Settings;
using FeedHub.Dashboard.Sources;
using FeedHub.Dashboard.Stories;
using FeedHub.Fetching;
using FeedHub.Serving;
using Hangfire;
using Hangfire.Dashboard;

namespace FeedHub.Hosting;

/// <summary>The dashboard in the container and at its address.</summary>
internal static class DashboardSetup
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    // Hangfire keeps menus and style sheets in statics of the process: registered once, services taken from each request.
    static DashboardSetup()
    {
        // Ours first: an admin has to do with sources rather than with jobs.
        Func<RazorPage, MenuItem>[] own =
        [
            NoNetwork,
            page => new MenuItem("Overview", page.Url.Home()) { Active = page.RequestPath is "" or "/" },
            page => Item(page, "Sources", "/sources", Ailing),
            page => Item(page, "Stories", "/stories"),
            page => Item(page, "Categories", "/categories"),
            page => Item(page, "Feeds", "/feeds"),
            page => Item(page, "Hosts", "/hosts"),
            page => Item(page, "Nodes", "/nodes"),
            page => Item(page, "Settings", "/settings"),
            page => Item(page, "Backups", "/backups"),
            page => new MenuItem("Access", page.Url.To("/access")) { Active = page.RequestPath
                .StartsWith("/access", StringComparison.Ordinal) || page.RequestPath.StartsWith("/audit", StringComparison.Ordinal) },
        ];
        for (var place = 0; place < own.Length; place++)
            NavigationMenu.Items.Insert(place, own[place]);
        foreach (var sheet in (string[])["dashboard", "overview", "hangfire", "access", "sources"])
            DashboardRoutes.AddStylesheet(typeof(DashboardSetup).Assembly, $"FeedHub.Assets.{sheet}.css");
        DashboardRoutes.AddJavaScript(typeof(DashboardSetup).Assembly, "FeedHub.Assets.dashboard.js");
    }

    private static DashboardMetric Ailing { get; }
        = new("feedhub:ailing", shown => new Metric(shown.Context.GetHttpContext().RequestServices.GetRequiredService<SourceNames>().Ailing)
        {
            Style = MetricStyle.Danger,
            Highlighted = true,
        });

    // The menu is on every page, Hangfire's own included; one that is null is passed over.
    private static MenuItem NoNetwork(RazorPage page) =>
        page.Context.GetHttpContext().RequestServices.GetRequiredService<OwnNetwork>().Trouble is { } trouble
            ? new($"⚠ {trouble}", page.Url.Home())
            : null!;

    private static MenuItem Item(RazorPage page, string text, string path, DashboardMetric? metric = null) => new(text, page.Url.To(path))
    {
        Active = page.RequestPath.StartsWith(path, StringComparison.Ordinal),
        Metric = metric,
    };

    /// <summary>Adds what our pages on the dashboard need.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services) => services
        .AddSingleton<SourceNames>()
        .AddSingleton<MergeQueries>()
        .AddSingleton<JobFigures>()
        .AddSingleton<OverviewFigures>()
        .AddSingleton<Concerns>()
        .AddSingleton(provider => new DashboardOptions
        {
            // The policy on the group decides; Hangfire's own filter would let everybody in behind a proxy.
            Authorization = [],
            IsReadOnlyFunc = dashboard => !dashboard.GetHttpContext().User.MayChange(),
            DashboardTitle = "FeedHub",
            DisplayNameFunc = (_, job) => provider.GetRequiredService<SourceNames>().NameOf(job),
            AppPath = provider.GetRequiredService<PublicAddress>().Path + "/",
        });

    /// <summary>Makes Hangfire's layout name the language that its pages are in, not the machine's.</summary>
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
        pages.MapOverviewPages();
        pages.MapSourceListPages();
        pages.MapImportPages();
        pages.MapExportPages();
        pages.MapSourcePages();
        pages.MapStoryPages();
        pages.MapCategoryPages();
        pages.MapFeedPages();
        pages.MapHostPages();
        pages.MapNodePage();
        pages.MapSettingPages();
        pages.MapBackupPages();
        pages.MapAccessPages();
        pages.MapAuditPage();
        admin.MapHangfireDashboard("/hangfire", app.ServiceProvider.GetRequiredService<DashboardOptions>())
            .AddEndpointFilter(FormToken.RequireReadableAsync);
    }
}
