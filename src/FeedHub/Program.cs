using FeedHub.Access;
using FeedHub.Api;
using FeedHub.Api.Description;
using FeedHub.Auditing;
using FeedHub.Dashboard.Access;
using FeedHub.HealthFeed;
using FeedHub.Hosting;
using FeedHub.Hosting.CommandLine;
using FeedHub.Hub;
using FeedHub.Icons;
using FeedHub.Nodes;
using FeedHub.Publishing;
using FeedHub.Publishing.Briefings;
using FeedHub.Publishing.Pages;
using FeedHub.Serving;
using FeedHub.Subscribing;

namespace FeedHub;

/// <summary>FeedHub from its first line to its last: what it is made of, and in which order.</summary>
public static class Program
{
    /// <summary>Runs a command; returns the exit code: 0, 1 after one clear line of what was wrong, 2 where the command line or a key of
    /// the configuration is not understood.</summary>
    public static async Task<int> Main(string[] args)
    {
        var read = Arguments.Read(args);
        foreach (var problem in read.Unknown)
            await Console.Error.WriteLineAsync(problem);
        try
        {
            return read.Unknown.Count > 0 ? await Commands.NotUnderstoodAsync(read.Words, [.. read.Settings])
                : read.Words.Count == 0 ? await Start.RunAsync([.. read.Settings])
                : await Commands.RunAsync(read.Words, [.. read.Settings]);
        }
        catch (InvalidDataException error)
        {
            await Console.Error.WriteLineAsync(BrokenConfiguration.Words(error));
            return read.Unknown.Count > 0 ? Commands.NotUnderstood : 1;
        }
    }

    /// <summary>The service's configuration and rooms.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        Settings.LookInsteadOfWatching();
        var builder = Settings.Read(args);
        builder.AddSettings();
        builder.Services
            .AddStorage(builder.Configuration)
            .AddFetching()
            .AddSources()
            .AddCategories()
            .AddAdminAccess(builder.Configuration)
            .AddPolling()
            .AddArticles()
            .AddSubscribing()
            .AddPublishing()
            .AddApi()
            .AddDashboard()
            .AddHealthFeed()
            .AddObservability()
            .AddTelemetry(builder.Configuration)
            .AddServiceManager();
        return builder;
    }

    /// <summary>The service's pipeline and addresses.</summary>
    public static WebApplication BuildApp(this WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.UseRequestsAsTheyCame();
        app.UsePublicPath();
        app.UseDashboardLanguage();
        app.UseSending();
        app.UseTrustedProxies();
        app.UseBoundedBodies();
        app.UsePublicScheme();
        app.UsePageHeaders();
        app.UseRequestLimits();
        app.UseReaderGate();
        app.UseFeedsFromMemory();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseFeedGuide();
        app.UseSameOriginWrites();
        app.UseReadableBodies();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseLargeBodiesOfAdmins();
        app.UseOwner();
        app.UseAudit();
        app.MapMergedFeeds();
        app.MapSourceList();
        app.MapOwnFeedList();
        app.MapHub();
        app.MapBriefings();
        app.MapPages();
        app.MapIcons();
        app.MapReadApi();
        app.MapSourceApi();
        app.MapExportApi();
        app.MapStoryApi();
        app.MapCoverageApi();
        app.MapCorrectionApi();
        app.MapUnwantedStoryApi();
        app.MapRuleApi();
        app.MapHostApi();
        app.MapOwnFeedApi();
        app.MapKeyApi();
        app.MapNodeApi();
        app.MapApiDocument();
        app.MapDocs();
        app.MapCallbacks();
        app.MapSignIn();
        app.MapDashboard();
        app.MapHealthFeed();
        app.MapHealth();
        app.MapMetrics();
        return app;
    }
}
