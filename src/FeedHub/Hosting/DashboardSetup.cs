using System.Globalization;
using FeedHub.Access;
using FeedHub.Dashboard.Access;
using FeedHub.Dashboard.Audit;
using FeedHub.Dashboard.Backup;
using FeedHub.Dashboard.Categories;
using FeedHub.Dashboard.Feeds;
using FeedHub.Dashboard.Frame;
using FeedHub.Dashboard.Help;
using FeedHub.Dashboard.Hosts;
using FeedHub.Dashboard.Lists;
using FeedHub.Dashboard.Nodes;
using FeedHub.Dashboard.Overview;
using FeedHub.Dashboard.Settings;
using FeedHub.Dashboard.Sources;
using FeedHub.Dashboard.Stories;
using FeedHub.Model.Words;
using FeedHub.Serving;
using FeedHub.Syndication.Reasons;
using Hangfire;
using Hangfire.Dashboard;

namespace FeedHub.Hosting;

/// <summary>The dashboard in the container and at its address.</summary>
internal static class DashboardSetup
{
    private static readonly string[] Speaking = ["/hangfire", "/sign-in", "/setup"];
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    // Hangfire keeps scripts and numbers in statics of the process: registered once, services taken from each request.
    static DashboardSetup()
    {
        DashboardMetrics.AddMetric(Ailing);
        DashboardMetrics.AddMetric(Crashed);
        DashboardRoutes.AddJavaScript(typeof(DashboardSetup).Assembly, "FeedHub.Assets.dashboard.js");
    }

    private static DashboardMetric Ailing { get; }
        = new("feedhub:ailing", shown => new Metric(shown.Context.GetHttpContext().RequestServices.GetRequiredService<SourceNames>().Ailing)
        {
            Style = MetricStyle.Danger,
            Highlighted = true,
        });

    private static DashboardMetric Crashed { get; }
        = new("feedhub:crashed", shown => new Metric(shown.Context.GetHttpContext().RequestServices.GetRequiredService<CrashedJobs>().Count)
        {
            Style = MetricStyle.Danger,
            Highlighted = true,
        });

    /// <summary>Adds what our pages on the dashboard need.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services) => services
        .AddSingleton<SourceNames>()
        .AddSingleton<SourceJobs>()
        .AddSingleton<MergeQueries>()
        .AddSingleton<JobFigures>()
        .AddSingleton<CrashedJobs>()
        .AddSingleton<OverviewFigures>()
        .AddSingleton<Concerns>()
        .AddSingleton<FirstSteps>()
        .AddSingleton<PendingRestore>()
        .AddSingleton<UndoBook>()
        .AddSingleton<SettingLoss>()
        .AddSingleton<FirstViews>()
        .AddSingleton(provider => new DashboardOptions
        {
            // The policy on the group decides; Hangfire's own filter would let everybody in behind a proxy.
            Authorization = [],
            IsReadOnlyFunc = dashboard => !dashboard.GetHttpContext().User.MayChange(),
            DashboardTitle = "FeedHub",
            DisplayNameFunc = (_, job) => provider.GetRequiredService<SourceNames>().NameOf(job),
            AppPath = provider.GetRequiredService<PublicAddress>().Path + "/",
        });

    /// <summary>Makes Hangfire's layout name the language that its pages are in, not the machine's, and ours speak the
    /// visitor's; after the first visit the other pages are made ready.</summary>
    public static IApplicationBuilder UseDashboardLanguage(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (Speaking.Any(path => context.Request.Path.StartsWithSegments(path)))
        {
            CultureInfo.CurrentUICulture = English;
            Spoken.Language = AcceptedLanguage.IsIndonesian(context.Request) ? ReasonLanguage.Indonesian : ReasonLanguage.English;
            context.Response.OnCompleted(() =>
            {
                context.RequestServices.GetRequiredService<FirstViews>().Seen();
                return Task.CompletedTask;
            });
        }

        return next(context);
    });

    /// <summary>Maps Hangfire's own pages and ours behind one policy.</summary>
    public static void MapDashboard(this IEndpointRouteBuilder app)
    {
        app.MapGet(FrameStyle.Path, FrameStyle.SendAsync);
        var admin = app.MapGroup("").RequireAuthorization(AdminAuthentication.Name);
        var pages = admin.MapGroup("/hangfire");
        pages.MapOverviewPages();
        pages.MapSourceListPages();
        pages.MapImportPages();
        pages.MapExportPages();
        pages.MapSourcePages();
        pages.MapZonePage();
        pages.MapStoryPages();
        pages.MapCategoryPages();
        pages.MapFeedPages();
        pages.MapHostPages();
        pages.MapNodePage();
        pages.MapSettingPages();
        pages.MapBackupPages();
        pages.MapAccessPages();
        pages.MapAuditPage();
        pages.MapHelpPages();
        pages.MapUndo();
        admin.MapHangfireDashboard("/hangfire", app.ServiceProvider.GetRequiredService<DashboardOptions>())
            .AddEndpointFilter(FormToken.RequireReadableAsync)
            .WithFrame();
    }
}
