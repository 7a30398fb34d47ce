using System.Security.Claims;

namespace FeedHub.Access;

/// <summary>What those who get in may do.</summary>
public static class Roles
{
    /// <summary>Sees and changes everything.</summary>
    public const string Admin = "admin";

    /// <summary>Sees everything, changes nothing.</summary>
    public const string ReadOnly = "read-only";

    /// <summary>Reads what readers read in a hub that is closed; only a key has it.</summary>
    public const string Reader = "reader";

    /// <summary>Name of a person who gets in from this machine without a password.</summary>
    public const string AtThisMachine = "local";

    /// <summary>Whether this is the name of a role that a person can have.</summary>
    public static bool IsRole(string? name) => name is Admin or ReadOnly;

    /// <summary>Whether this is the name of a role that a key can have.</summary>
    public static bool IsRoleOfKey(string? name) => name is Reader || IsRole(name);

    /// <summary>Whether this person or key may change anything.</summary>
    public static bool MayChange(this ClaimsPrincipal user) => user.IsInRole(Admin);

    /// <summary>Whether this is an admin who signed in or sent a key: being at this machine proves nothing where everybody may
    /// read.</summary>
    public static bool HasProvedToBeAdmin(this ClaimsPrincipal user) => user.MayChange() && user.Identity?.Name != AtThisMachine;

    /// <summary>The role of this person or key; null for a stranger.</summary>
    public static string? RoleOf(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Role);
}
