using System.Security.Cryptography;
using System.Text;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.WebSub;

/// <summary>Whether a push comes from who has the subscription's secret (W3C WebSub 8, <c>X-Hub-Signature</c>).</summary>
public static class PushSignature
{
    /// <summary>Null if one of the signatures is right, else in words why the push is not to be believed.</summary>
    /// <param name="headers">Values of <c>X-Hub-Signature</c> as received.</param>
    /// <param name="secret">The subscription's secret.</param>
    /// <param name="body">The body as it was sent, before any decoding.</param>
    public static Reason? WhyRefused(IEnumerable<string?> headers, string secret, ReadOnlySpan<byte> body)
    {
        var given = headers.OfType<string>()
            .SelectMany(h => h.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        if (given.Count == 0)
            return Reason.Of(ReasonCode.PushUnsigned);
        var methods = new List<string>();
        foreach (var (method, signature) in given.Select(Parts))
        {
            if (Sign(method, secret, body) is not { } expected)
                methods.Add(method);
            else if (Matches(signature, expected))
                return null;
        }

        return methods.Count == given.Count
            ? Reason.Of(ReasonCode.PushSignatureWeak, [.. methods.Select(Clip)])
            : Reason.Of(ReasonCode.PushSignatureWrong);
    }

    private static (string Method, string Signature) Parts(string header) =>
        header.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
            ? (header[..at].ToLowerInvariant(), header[(at + 1)..])
            : (header, "");

    // Hash functions that are broken make no signature: sha1 is in the standard for old hubs only.
    private static byte[]? Sign(string method, string secret, ReadOnlySpan<byte> body) => method switch
    {
        "sha256" => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body),
        "sha384" => HMACSHA384.HashData(Encoding.UTF8.GetBytes(secret), body),
        "sha512" => HMACSHA512.HashData(Encoding.UTF8.GetBytes(secret), body),
        _ => null,
    };

    private static bool Matches(string signature, byte[] expected)
    {
        var given = new byte[expected.Length];
        return signature.Length == 2 * expected.Length
            && Convert.FromHexString(signature, given, out _, out var written) == System.Buffers.OperationStatus.Done
                && written == expected.Length
            && CryptographicOperations.FixedTimeEquals(given, expected);
    }

    private static string Clip(string method) => method.Length <= 10 ? method : method[..10] + "…";
}
