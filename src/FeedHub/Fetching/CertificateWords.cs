using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Fetching;

/// <summary>Why a server's certificate is not taken, in words that its owner understands.</summary>
internal static class CertificateWords
{
    private const X509ChainStatusFlags Unsigned = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;

    /// <summary>The first thing that is wrong with it.</summary>
    /// <param name="certificate">The server's; null: it sent none.</param>
    /// <param name="chain">As the system built it.</param>
    /// <param name="errors">What the system found.</param>
    public static Reason Of(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (Untimely(chain) is { } untimely)
            return untimely;
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && certificate is X509Certificate2 others)
            return Reason.Of(ReasonCode.CertificateOfOthers, NameOf(others));
        var status = chain?.ChainStatus ?? [];
        return status.Any(s => (s.Status & Unsigned) != 0)
            ? Reason.Of(ReasonCode.CertificateUntrusted)
            : Reason.Of(ReasonCode.TlsFailed, status is [var first, ..] ? first.StatusInformation : errors.ToString());
    }

    // Its own or that of one who signed it.
    private static Reason? Untimely(X509Chain? chain)
    {
        var untimely = chain?.ChainElements.FirstOrDefault(
            element => element.ChainElementStatus.Any(s => s.Status.HasFlag(X509ChainStatusFlags.NotTimeValid)))?.Certificate;
        return untimely is null ? null
            : untimely.NotBefore > DateTime.Now ? Reason.Of(ReasonCode.CertificateTooEarly, Day(untimely.NotBefore))
            : Reason.Of(ReasonCode.CertificateExpired, Day(untimely.NotAfter));
    }

    private static string Day(DateTime at) => at.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // A stranger's text: shown only where it is a name.
    private static string NameOf(X509Certificate2 certificate) =>
        certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false) is { Length: > 0 and <= 253 } name
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '*')
            ? name
            : "another name";
}
