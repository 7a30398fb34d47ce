using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using FeedHub.Tests.Access;
using FeedHub.Tests.Sources;

namespace FeedHub.Tests.Hosting;

/// <summary>The files of web servers in <c>docs/install</c>, run by these servers: only addresses and certificates are others.</summary>
public sealed class DocumentedProxyTests : IDisposable
{
    private const string Public = "https://news.example.org";

    private readonly TempFolder _folder = new();
    private readonly TempFolder _proxy = new();

    private string Socket => _proxy.File("tls.sock");

    public void Dispose()
    {
        _folder.Dispose();
        _proxy.Dispose();
    }

    [NginxFact]
    public async Task BehindNginx_FeedsNameThePublicAddress_AndPeopleSignIn()
    {
        await using var service = await StartAsync();
        var (certificate, key) = Certificate();
        var plain = _proxy.File("plain.sock");
        var servers = Told("nginx.conf", service, new()
        {
            ["listen 80;"] = $"listen unix:{plain};", ["listen [::]:80;"] = "",
            ["listen 443 ssl;"] = $"listen unix:{Socket} ssl;", ["listen [::]:443 ssl;"] = "",
            ["/etc/letsencrypt/live/news.example.org/fullchain.pem"] = certificate,
            ["/etc/letsencrypt/live/news.example.org/privkey.pem"] = key,
        });
        await using var nginx = await Nginx.StartAsync(_proxy, Socket, servers);
        await AssertServesAsync();

        using var client = new HttpClient(UnixSockets.Handler(plain)) { BaseAddress = new("http://news.example.org") };
        using var moved = await client.GetAsync("/feed.rss?language=id");
        Assert.Equal((HttpStatusCode.MovedPermanently, $"{Public}/feed.rss?language=id"),
            (moved.StatusCode, moved.Headers.Location?.OriginalString));
    }

    [CaddyFact]
    public async Task BehindCaddy_FeedsNameThePublicAddress_AndPeopleSignIn()
    {
        await using var service = await StartAsync();
        var (certificate, key) = Certificate();
        var file = Told("Caddyfile", service, new()
        {
            ["\nnews.example.org {"] = $"\nnews.example.org {{\n\ttls {certificate} {key}\n\tbind unix/{Socket}",
        });
        await using var caddy = await Caddy.StartAsync(
            _proxy, Socket, "{\n\tadmin off\n\tauto_https disable_redirects\n}\n" + file);
        await AssertServesAsync();
    }

    private Task<TestService> StartAsync() => TestService.StartAsync(_folder, Feeds.Json(), settings:
        [$"--FeedHub:Admin:Password={Guest.Password}", $"--FeedHub:PublicUrl={Public}", "--FeedHub:Admin:Proxies=127.0.0.1, ::1"]);

    private async Task AssertServesAsync()
    {
        using var client = new HttpClient(UnixSockets.Handler(Socket)) { BaseAddress = new(Public) };
        using var feed = await client.GetAsync("/feed.atom");
        Assert.Equal(HttpStatusCode.OK, feed.StatusCode);
        Assert.Contains($"<{Public}/feed.atom>; rel=\"self\"", string.Join(", ", feed.Headers.GetValues("Link")), StringComparison.Ordinal);
        using var guest = new Guest(client);
        Assert.Equal("/hangfire", await guest.SignInAsync());
        Assert.Contains("FeedHub", await guest.PageAsync("/hangfire/sources"), StringComparison.Ordinal);
    }

    private static string Told(string name, TestService service, Dictionary<string, string> others)
    {
        var text = Encoding.UTF8.GetString(RepositoryFile.Read($"docs/install/{name}")).ReplaceLineEndings("\n");
        foreach (var (documented, here) in others)
        {
            Assert.Contains(documented, text, StringComparison.Ordinal);
            text = text.Replace(documented, here, StringComparison.Ordinal);
        }

        return text.Replace("127.0.0.1:5080", new Uri(service.Address).Authority, StringComparison.Ordinal);
    }

    private (string Certificate, string Key) Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=news.example.org", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("news.example.org");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return (_proxy.File("certificate.pem", certificate.ExportCertificatePem()), _proxy.File("key.pem", key.ExportPkcs8PrivateKeyPem()));
    }
}
