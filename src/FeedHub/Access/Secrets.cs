using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace FeedHub.Access;

/// <summary>Secrets: made, compared and remembered without giving them away.</summary>
internal static class Secrets
{
    // Of this process alone: what memory holds of a password is of no use anywhere else.
    private static readonly byte[] ProcessKey = RandomNumberGenerator.GetBytes(32);

    /// <summary>256 random bits in characters that an address can have.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256 in hex; only for secrets that are random themselves.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Stands for a secret that sessions began with; another secret, another mark.</summary>
    public static string MarkOf(string? secret) => HashOf($"session of {secret}")[..32];

    /// <summary>What this process remembers a secret by.</summary>
    public static byte[] DigestOf(string secret) => HMACSHA256.HashData(ProcessKey, Encoding.UTF8.GetBytes(secret));

    /// <summary>Whether this is the digest of the secret.</summary>
    public static bool IsDigestOf(byte[]? digest, string secret) =>
        digest is not null && CryptographicOperations.FixedTimeEquals(digest, DigestOf(secret));

    /// <summary>Whether two secrets are the same: in constant time over digests, so that how long it takes tells nothing.</summary>
    public static bool Same(string? given, string? secret) =>
        given is not null && secret is { Length: > 0 } && CryptographicOperations.FixedTimeEquals(DigestOf(given), DigestOf(secret));
}
