using System.Security.Cryptography;
using FeedHub.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace FeedHub.Hub;

/// <summary>
/// Topics in the spelling of those who ask, as they are stored until the callback confirms: it is asked about in that spelling (WebSub
/// 5.3), which has the reader key of a closed hub. With a key it is stored encrypted: the database alone tells nobody a key.
/// </summary>
public sealed class SealedTopics(IDataProtectionProvider protection)
{
    // No address begins with it.
    private const string Mark = "sealed:";

    private readonly IDataProtector _protector = protection.CreateProtector("FeedHub.Hub.Topic");

    /// <summary>The address as it is stored.</summary>
    /// <param name="url">An absolute address.</param>
    public string Seal(string url) => HasKey(url) ? Mark + _protector.Protect(url) : url;

    /// <summary>The address as it was written.</summary>
    /// <param name="stored">What <see cref="Seal"/> made of it.</param>
    /// <param name="plain">The address without the key: what is left where the keys of this FeedHub were lost since.</param>
    public string Open(string stored, string plain)
    {
        if (!stored.StartsWith(Mark, StringComparison.Ordinal))
            return stored;
        try
        {
            return _protector.Unprotect(stored[Mark.Length..]);
        }
        catch (CryptographicException)
        {
            return plain;
        }
    }

    private static bool HasKey(string url) => QueryHelpers.ParseQuery(new Uri(url).Query).ContainsKey(ReaderGate.Parameter);
}
