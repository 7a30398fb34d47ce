using FeedHub.Model.Settings;
using FeedHub.Serving;
using Microsoft.Extensions.Options;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Access;

/// <summary>Which doors there are: signing in, and, while nobody can sign in as an admin, being at this machine.</summary>
public sealed class AccessRules(Passwords passwords, IOptions<FeedHubOptions> options)
{
    /// <summary>Whether people of an OpenID provider can sign in.</summary>
    public bool HasOpenId => options.Value.Admin.Oidc.IsConfigured;

    /// <summary>Whether anybody can sign in.</summary>
    public bool CanSignIn => passwords.HasAdmin || passwords.HasReadOnly || HasOpenId;

    /// <summary>Whether requests from this machine are an admin's.</summary>
    public bool IsOpenLocally => !passwords.HasAdmin && !HasOpenId;

    /// <summary>Why a request without any proof is not an admin's, in words; null if it is.</summary>
    public string? WhyNotLocal(HttpContext context)
    {
        if (!IsOpenLocally)
            return Say(
                "Sign in with the password of FeedHub:Admin:Password, or send an API key.",
                "Masuk dengan kata sandi FeedHub:Admin:Password, atau kirim kunci API.");
        return LocalRequest.WhyNot(context) is { } why
            ? Say(
                $"This is open to requests from this machine only, and this one is refused because {why}. Set FeedHub:Admin:Password, or "
                    + "send the key of FeedHub:Admin:ApiKey as a Bearer token.",
                $"Ini hanya terbuka untuk permintaan dari mesin ini, dan yang ini ditolak karena {why}. Isi FeedHub:Admin:Password, atau "
                    + "kirim kunci FeedHub:Admin:ApiKey sebagai token Bearer.")
            : null;
    }

    /// <summary>Whom wrong attempts are counted for.</summary>
    public static Guesser ClientOf(HttpContext context) =>
        ClientAddress.Of(context) is { Key: { } key } client ? new(key, client.Crowd) : new(ClientAddress.ThisMachine, null);
}
