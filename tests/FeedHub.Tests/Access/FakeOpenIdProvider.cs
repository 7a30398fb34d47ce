using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FeedHub.Tests.Access;

/// <summary>A small OpenID provider on loopback: discovery, keys, and tokens for codes that a test has given out.</summary>
internal sealed class FakeOpenIdProvider : IAsyncDisposable
{
    public const string ClientId = "feedhub";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly RSA _stranger = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, Grant> _grants = [];
    private readonly WebApplication _app;

    private FakeOpenIdProvider(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>Where it says that codes are taken, if elsewhere.</summary>
    public string? TokenAddress { get; set; }

    public static async Task<FakeOpenIdProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new FakeOpenIdProvider(builder.Build());
        provider.Map();
        await provider._app.StartAsync();
        return provider;
    }

    /// <summary>The person said yes: returns the address that the provider would send the browser back to.</summary>
    /// <param name="authorize">Where FeedHub sent the browser.</param>
    /// <param name="claims">Who the person is.</param>
    /// <param name="nonce">Another nonce than the one asked for, or null.</param>
    /// <param name="isForged">Signed with a key that is not the provider's.</param>
    public string Approve(Uri authorize, Dictionary<string, object> claims, string? nonce = null, bool isForged = false)
    {
        var query = QueryHelpers.ParseQuery(authorize.Query);
        var code = Guid.NewGuid().ToString("n");
        _grants[code] = new(new(claims) { ["nonce"] = nonce ?? query["nonce"].ToString() }, query["code_challenge"].ToString(), isForged);
        return QueryHelpers.AddQueryString(
            new Uri(query["redirect_uri"].ToString()).AbsolutePath,
            new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
        _stranger.Dispose();
    }

    private void Map()
    {
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Address,
            authorization_endpoint = $"{Address}/authorize",
            token_endpoint = TokenAddress ?? $"{Address}/token",
            jwks_uri = $"{Address}/jwks",
        }));
        _app.MapGet("/jwks", () =>
        {
            var key = _rsa.ExportParameters(false);
            return Results.Json(new
            {
                keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "1", n = Base64UrlEncoder.Encode(
                key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } }
            });
        });
        _app.MapPost("/token", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            return _grants.TryRemove(form["code"].ToString(), out var grant)
                && grant.Challenge == Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())))
                ? Results.Json(new { access_token = "x", token_type = "Bearer", id_token = TokenOf(grant) })
                : Results.BadRequest(new { error = "invalid_grant" });
        });
    }

    private string TokenOf(Grant grant) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Address,
        Audience = ClientId,
        Claims = grant.Claims,
        IssuedAt = DateTime.UtcNow,
        Expires = DateTime.UtcNow.AddMinutes(5),
        SigningCredentials = new(new RsaSecurityKey(grant.IsForged ? _stranger : _rsa) { KeyId = "1" }, SecurityAlgorithms.RsaSha256),
    });

    private sealed record Grant(Dictionary<string, object> Claims, string Challenge, bool IsForged);
}
