using System.Security.Claims;
using FeedHub.Model.Settings;
using Microsoft.Extensions.Options;

namespace FeedHub.Access;

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
    public string NameOf(ClaimsPrincipal person) =>
        EmailOf(person)
            ?? person.FindFirstValue("preferred_username") ?? person.FindFirstValue("name") ?? person.FindFirstValue("sub") ?? "nobody";

    /// <summary>The address that the provider names without vouching for it, where one must be vouched for; else null.</summary>
    public string? UnverifiedOf(ClaimsPrincipal person) =>
        EmailOf(person) is null && person.FindAll("email").Select(c => c.Value).Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList() is [var email] ? email : null;

    // Many providers let people write any address into their profile: only "true" says that it was proved (OpenID Connect Core 5.1). The
    // ID token has it as a boolean, some providers as a string; user info is read as "True". Where two answers differ neither counts.
    private string? EmailOf(ClaimsPrincipal person)
    {
        var verified = person.FindAll("email_verified").ToList();
        var isVerified = verified.Count > 0 && verified.TrueForAll(c => c.Value.Equals("true", StringComparison.OrdinalIgnoreCase));
        return (isVerified || options.Value.Admin.Oidc.AllowUnverifiedEmail)
            && person.FindAll("email").Select(c => c.Value).Distinct(StringComparer.OrdinalIgnoreCase)
                .ToList() is [var email] ? email : null;
    }

    private static bool Lists(string? emails, string? email) =>
        email is not null && (emails ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Contains(email, StringComparer.OrdinalIgnoreCase);
}
