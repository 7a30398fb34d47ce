using FeedHub.Model.Settings;
using Microsoft.Extensions.Options;

namespace FeedHub.Access;

/// <summary>
/// What sessions were begun with. A session ends when that is another one: the password was changed, or who may sign in by OpenID
/// Connect.
/// </summary>
public sealed class SessionMarks(Passwords passwords, IOptions<FeedHubOptions> options)
{
    /// <summary>Sessions that began with a password.</summary>
    public const string Password = "password";

    /// <summary>Sessions that began at an OpenID provider.</summary>
    public const string OpenId = "OpenID Connect";

    /// <summary>Reads again what another node may have changed.</summary>
    public void Recall() => passwords.Load();

    /// <summary>The mark that such a session must have now.</summary>
    public string Of(string by, string role)
    {
        var oidc = options.Value.Admin.Oidc;
        return by == Password
            ? passwords.MarkOf(role)
            : Secrets.MarkOf(string.Join(
                '\n',
                oidc.Authority,
                oidc.ClientId,
                oidc.AdminEmails,
                oidc.ViewEmails,
                oidc.RoleClaim,
                oidc.AdminRole,
                oidc.ViewRole,
                oidc.AllowUnverifiedEmail));
    }
}
