using FeedHub.Serving;
using Microsoft.AspNetCore.Authorization;

namespace FeedHub.Access;

/// <summary>How endpoints say what they do. What says nothing is safe: under the admin policy every write is for admins and is
/// audited.</summary>
internal static class AdminWrites
{
    /// <summary>
    /// A group of posts that change something, sent by forms of the dashboard: for admins only, with an antiforgery token, in the audit
    /// log.
    /// </summary>
    public static RouteGroupBuilder MapAdminWrites(this IEndpointRouteBuilder dashboard, string prefix) => dashboard
        .MapGroup(prefix)
        .RequireAuthorization(AdminAuthentication.Name)
        .AddEndpointFilter(FormToken.RequireAsync);

    /// <summary>Says that these posts only ask something (a search, a preview): the audit log passes over them.</summary>
    public static T ChangesNothing<T>(this T endpoints)
        where T : IEndpointConventionBuilder => endpoints.WithMetadata(new AsksOnly());

    /// <summary>Says that these posts are open to the read-only role too.</summary>
    public static T OpenToReaders<T>(this T endpoints)
        where T : IEndpointConventionBuilder => endpoints.WithMetadata(new ForReaders());

    /// <summary>Says that the endpoint itself asks whether an admin has come, since there is another way in too.</summary>
    public static T AsksForAdmins<T>(this T endpoints)
        where T : IEndpointConventionBuilder => endpoints.WithMetadata(new KnowsAdmins());

    /// <summary>Whether the method is one that changes something.</summary>
    public static bool IsWrite(string method) =>
        !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    /// <summary>Whether the request changes something, as far as its endpoint says.</summary>
    public static bool Changes(HttpContext context) =>
        IsWrite(context.Request.Method) && !IsFigures(context.Request) && context.GetEndpoint()?.Metadata.GetMetadata<AsksOnly>() is null;

    // Hangfire's pages ask for their own figures by POST.
    internal static bool IsFigures(HttpRequest request) =>
        request.OwnPath().Equals("/hangfire/stats", StringComparison.OrdinalIgnoreCase);

    private static bool IsForReaders(HttpContext context) =>
        !IsWrite(context.Request.Method) || IsFigures(context.Request)
            || context.GetEndpoint()?.Metadata.GetMetadata<ForReaders>() is not null;

    /// <summary>The one policy: admins may do all, the read-only role what changes nothing.</summary>
    internal sealed class Requirement : AuthorizationHandler<Requirement>, IAuthorizationRequirement
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Requirement requirement)
        {
            if (context.User.MayChange()
                || (context.User.RoleOf() == Roles.ReadOnly && context.Resource is HttpContext http && IsForReaders(http)))
                context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }

    internal sealed class KnowsAdmins;

    private sealed class AsksOnly;

    private sealed class ForReaders;
}
