using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FeedHub.Fetching;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace FeedHub.Tests.Fetching;

public sealed class FetcherTlsTests
{
    [Fact]
    public async Task CertificateNobodyTrusts_FailsInWords()
    {
        using var certificate = Certificate("http://127.0.0.1:1/ca.crt");
        await using var publisher = await FakePublisher.StartAsync(Answer, listen => listen.UseHttps(certificate));
        using var bench = new FetchBench();
        var result = await bench.FetchAsync($"https://127.0.0.1:{publisher.Port}/feed");
        Assert.Equal((FetchOutcome.Failed, null), (result.Outcome, result.Status));
        Assert.Equal("TLS: the server's certificate is signed by nobody that this machine trusts", result.Error?.ToString());
        Assert.Empty(publisher.Seen);
    }

    [Theory]
    [InlineData(-30, -2, "127.0.0.1", "the server's certificate expired on ")]
    [InlineData(3, 9, "127.0.0.1", "this machine's clock may be wrong")]
    [InlineData(-1, 9, "localhost", "the server's certificate is for 127.0.0.1, not for this server's name")]
    public async Task ACertificateThatIsNoGoodHere_IsSaidWhy(int from, int to, string host, string words)
    {
        using var certificate = Certificate("http://127.0.0.1:1/ca.crt", out var authority, from, to);
        await using var publisher = await FakePublisher.StartAsync(Answer, listen => listen.UseHttps(certificate));
        using var folder = new Hosting.TempFolder();
        await File.WriteAllTextAsync(folder.File("own.pem"), authority);
        using var bench = new FetchBench(settings => settings.Network.CertificateAuthorities = folder.File("own.pem"));
        var error = (await bench.FetchAsync($"https://{host}:{publisher.Port}/feed")).Error?.ToString();
        Assert.StartsWith("TLS: ", error, StringComparison.Ordinal);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CertificateThatNamesAnAddressForItsIssuer_SendsNobodyThere()
    {
        await using var inside = RawPublisher.Saying("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var certificate = Certificate(inside.Url);
        await using var publisher = await FakePublisher.StartAsync(Answer, listen => listen.UseHttps(certificate));
        using var bench = new FetchBench();

        // Kestrel looks for the issuer of its own certificate when it starts.
        var before = inside.Connections;
        await bench.FetchAsync($"https://127.0.0.1:{publisher.Port}/feed");
        Assert.Equal(before, inside.Connections);
    }

    [Fact]
    public async Task ServerWithoutTls_FailsInWords()
    {
        await using var publisher = await FakePublisher.StartAsync(Answer);
        using var bench = new FetchBench();
        Assert.StartsWith(
            "TLS: ", (await bench.FetchAsync($"https://127.0.0.1:{publisher.Port}/feed")).Error?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CertificateOfAnAuthorityOfOnesOwn_IsTrusted_AndAnothersIsNot()
    {
        using var certificate = Certificate("http://127.0.0.1:1/ca.crt", out var authority);
        await using var publisher = await FakePublisher.StartAsync(Answer, listen => listen.UseHttps(certificate));
        using var folder = new Hosting.TempFolder();
        await File.WriteAllTextAsync(folder.File("own.pem"), authority);
        using (var bench = new FetchBench(settings => settings.Network.CertificateAuthorities = folder.File("own.pem")))
            Assert.Equal(FetchOutcome.Fetched, (await bench.FetchAsync($"https://127.0.0.1:{publisher.Port}/feed")).Outcome);

        using var stranger = Certificate("http://127.0.0.1:1/ca.crt", out var other);
        await File.WriteAllTextAsync(folder.File("other.pem"), other);
        using var careful = new FetchBench(settings => settings.Network.CertificateAuthorities = folder.File("other.pem"));
        Assert.StartsWith(
            "TLS: ", (await careful.FetchAsync($"https://127.0.0.1:{publisher.Port}/feed")).Error?.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(FetchOutcome.Fetched, (await careful.FetchAsync($"https://localhost:{publisher.Port}/feed")).Outcome);
    }

    private static Task Answer(HttpContext context) => context.Response.WriteAsync("<rss/>");

    /// <summary>Signed by an issuer that is not sent along, so that a client that wants to check it has to look for that.</summary>
    private static X509Certificate2 Certificate(string issuerUrl) => Certificate(issuerUrl, out _);

    private static X509Certificate2 Certificate(string issuerUrl, out string authority, int from = -1, int to = 1)
    {
        using var issuerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var issuer = new CertificateRequest("CN=Issuer", issuerKey, HashAlgorithmName.SHA256);
        issuer.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = DateTimeOffset.UtcNow;
        using var root = issuer.CreateSelfSigned(now.AddDays(-60), now.AddDays(60));
        authority = root.ExportCertificatePem();

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var leaf = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        leaf.CertificateExtensions.Add(names.Build());
        leaf.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(null, [issuerUrl]));
        using var signed = leaf.Create(root, now.AddDays(from), now.AddDays(to), [1, 2, 3]).CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(signed.Export(X509ContentType.Pkcs12), null);
    }
}
