using System.Security.Claims;
using Microsoft.Extensions.Options;

namespace FeedHub.Dashboard.Access;

/// <summary>Which people of the OpenID provider get in, and as what.</summary>
public sealed class OpenIdPeople(IOptions<FeedHubOptions> options)
{
    /// <summary>The role of a person whom the provider vouches for; null: none.</summary>
    public string? RoleOf(ClaimsPrincipal person)
    {
        var oidc = options.Value.Admin.Oidc;
        var email = EmailOf(person);
        var roles = person.FindAll(oidc.RoleClaim).Select(c => c.Value).ToHashSet(StringComparer.Ordinal);
        bool Is(string? emails, string? role) => Lists(emails, email) || (role is { Length: > 0 } && roles.Contains(role));
        return Is(oidc.AdminEmails, oidc.AdminRole) ? Roles.Admin : Is(oidc.ViewEmails, oidc.ViewRole) ? Roles.ReadOnly : null;
    }

    /// <summary>What the audit log calls a person.</summary>
    public static string NameOf(ClaimsPrincipal person) =>
        EmailOf(person) ?? person.FindFirstValue("preferred_username") ?? person.FindFirstValue("name") ?? person.FindFirstValue("sub") ?? "nobody";

    // Some providers let people claim any address, and say so.
    private static string? EmailOf(ClaimsPrincipal person) =>
        "false".Equals(person.FindFirstValue("email_verified"), StringComparison.OrdinalIgnoreCase) ? null : person.FindFirstValue("email");

    private static bool Lists(string? emails, string? email) =>
        email is not null && (emails ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Contains(email, StringComparer.OrdinalIgnoreCase);
}
