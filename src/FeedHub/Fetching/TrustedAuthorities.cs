using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Fetching;

/// <summary>Certificate authorities of the operator's own, trusted beside the system's.</summary>
internal sealed class TrustedAuthorities(X509Certificate2Collection authorities)
{
    /// <summary>Judges a server's certificate.</summary>
    /// <exception cref="FetchException">It is not trusted, for this reason.</exception>
    public bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None || (certificate is not null && IsSignedByOwn(certificate, chain, errors))
            ? true
            : throw new FetchException(CertificateWords.Of(certificate, chain, errors));

    /// <summary>Those of a PEM file; none if it has none, or there is no file.</summary>
    public static TrustedAuthorities Of(string? file) => new(Problem(file) is null ? Read(file) : []);

    /// <summary>Why a file cannot be used, or null.</summary>
    public static string? Problem(string? file)
    {
        try
        {
            return string.IsNullOrEmpty(file) || Read(file).Count > 0
                ? null
                : Say("has no certificate in PEM form", "tidak berisi sertifikat PEM");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return Say($"cannot be read: {error.Message}", $"tidak dapat dibaca: {error.Message}");
        }
    }

    private static X509Certificate2Collection Read(string? file)
    {
        var read = new X509Certificate2Collection();
        if (!string.IsNullOrEmpty(file))
            read.ImportFromPemFile(file);
        return read;
    }

    // Only where the system does not know the issuer: another name or no certificate stays an error.
    private bool IsSignedByOwn(X509Certificate certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || authorities.Count == 0)
            return false;
        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.AddRange(authorities);
        own.ChainPolicy.DisableCertificateDownloads = true;
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var element in chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            own.ChainPolicy.ExtraStore.Add(element.Certificate);
        using var server = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return own.Build(server);
    }
}
