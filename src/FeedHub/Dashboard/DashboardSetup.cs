using FeedHub.Dashboard.Access;
using Hangfire;

namespace FeedHub.Dashboard;

/// <summary>The dashboard in the container and at its address.</summary>
internal static class DashboardSetup
{
    /// <summary>Adds what our pages on the dashboard need.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services) => services;

    /// <summary>Maps Hangfire's own pages and ours behind one policy.</summary>
    public static void MapDashboard(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/hangfire").RequireAuthorization(AdminAuthentication.Name);
        group.MapHangfireDashboard("", new DashboardOptions { Authorization = [], DashboardTitle = "FeedHub" });
    }
}
