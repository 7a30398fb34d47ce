using FeedHub.Access;
using FeedHub.Model.Settings;
using FeedHub.Model.Words;
using FeedHub.Serving;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Configuring;

/// <summary>Whether the settings of <c>FeedHub:Admin</c> make sense together.</summary>
internal static class AccessCheck
{
    /// <summary>All that is wrong, each with what to write instead.</summary>
    public static IEnumerable<string> Problems(AdminOptions admin)
    {
        if (admin.ViewPassword is { Length: > 0 } view && view == admin.Password)
            yield return Say(
                "FeedHub:Admin:ViewPassword is the same as FeedHub:Admin:Password: write another one, or leave it out",
                "FeedHub:Admin:ViewPassword sama dengan FeedHub:Admin:Password: tulis yang lain, atau hapus");
        foreach (var wrong in TrustedProxies.Unreadable(admin.Proxies))
            yield return Say(
                $"FeedHub:Admin:Proxies has {Wording.Quoted(wrong)}: write addresses and ranges by commas, such as 127.0.0.1, 10.0.0.0/8",
                $"FeedHub:Admin:Proxies berisi {Wording.Quoted(wrong)}: tulis alamat dan rentang dipisah koma, misalnya 127.0.0.1, "
                    + "10.0.0.0/8");
        foreach (var problem in Problems(admin.Oidc))
            yield return problem;
    }

    private static IEnumerable<string> Problems(OidcOptions oidc)
    {
        if (!oidc.IsConfigured)
        {
            if (!string.IsNullOrEmpty(oidc.ClientId))
                yield return Say(
                    "FeedHub:Admin:Oidc:Authority is missing: write the provider's address, such as https://login.example.org, "
                        + "or leave FeedHub:Admin:Oidc out",
                    "FeedHub:Admin:Oidc:Authority belum diisi: tulis alamat penyedia, misalnya https://login.example.org, "
                        + "atau hapus FeedHub:Admin:Oidc");
            yield break;
        }

        if (!OpenIdSetup.IsSafe(oidc.Authority))
            yield return Say(
                $"FeedHub:Admin:Oidc:Authority is {Wording.Quoted(oidc.Authority!)}: write the provider's https address, such "
                    + "as https://login.example.org",
                $"FeedHub:Admin:Oidc:Authority bernilai {Wording.Quoted(oidc.Authority!)}: tulis alamat https penyedia, misalnya "
                    + "https://login.example.org");
        if (string.IsNullOrEmpty(oidc.ClientId))
            yield return Say(
                "FeedHub:Admin:Oidc:ClientId is missing: write what the provider knows FeedHub as",
                "FeedHub:Admin:Oidc:ClientId belum diisi: tulis nama FeedHub di sisi penyedia");
        if (!oidc.Scopes.Split(' ').Contains("openid"))
            yield return Say(
                $"FeedHub:Admin:Oidc:Scopes is {Wording.Quoted(oidc.Scopes)}: write openid among them, such as openid profile email",
                $"FeedHub:Admin:Oidc:Scopes bernilai {Wording.Quoted(oidc.Scopes)}: sertakan openid, misalnya openid profile email");
        if (new[] { oidc.AdminEmails, oidc.ViewEmails, oidc.AdminRole, oidc.ViewRole }.All(string.IsNullOrWhiteSpace))
            yield return Say(
                "FeedHub:Admin:Oidc lets nobody in: write AdminEmails, ViewEmails, AdminRole or ViewRole",
                "FeedHub:Admin:Oidc tidak mengizinkan siapa pun masuk: tulis AdminEmails, ViewEmails, AdminRole, atau ViewRole");
    }
}
