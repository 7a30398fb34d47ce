using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using FeedHub.Access;
using FeedHub.Serving;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Access;

/// <summary>Bodies that strangers send, broken or huge: an answer in words, and nothing of them kept.</summary>
public sealed class BrokenFormTests : IAsyncLifetime
{
    private const string Multipart = "multipart/form-data";
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    private readonly TempFolder _folder = new();
    private FakeOpenIdProvider _provider = null!;
    private TestService _service = null!;

    public static TheoryData<string> Addresses => ["/sign-in", "/setup", "/websub", "/sign-in/openid/callback", "/signout-oidc"];

    public async Task InitializeAsync()
    {
        _provider = await FakeOpenIdProvider.StartAsync();
        _service = await TestService.StartAsync(_folder, Feeds.Json(), settings:
        [
            $"--FeedHub:Admin:Password={Guest.Password}", "--FeedHub:Limits:RequestsPerMinute=0",
            $"--FeedHub:Admin:Oidc:Authority={_provider.Address}",
            $"--FeedHub:Admin:Oidc:ClientId={FakeOpenIdProvider.ClientId}", "--FeedHub:Admin:Oidc:AdminRole=admin",
        ]);
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _provider.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task AFormThatCannotBeRead_IsRefusedInWords(string address)
    {
        (string Type, byte[] Body)[] broken =
        [
            (Multipart, Text("--x\r\n\r\n")), ($"{Multipart}; boundary=x", Text("no part at all")), ($"{Multipart}; boundary=x", Text(
                "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut")),
            ($"{Multipart}; boundary={new string('b', 500)}", Text("x")), (UrlEncoded, Text(
                string.Join('&', Enumerable.Range(0, 3000).Select(n => $"f{n}=1")))),
            (UrlEncoded, Text(new string('k', 5000) + "=1")), (UrlEncoded, Text(
                "password=" + new string('p', 6_000_000))), (UrlEncoded, Text("%zz=%&&==&\0")),
            ($"{UrlEncoded}; charset=utf-7", Text("a=b")), ($"{UrlEncoded}; charset=no-such", Text(
                "a=b")), ($"{Multipart}; boundary=x; charset=utf-7", Text("--x--")),
            ($"{Multipart}; boundary=x", Text(
                "--x\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nv\r\n--x--\r\n")),
                    ("text/plain", Text("password=a")), ("application/json", Text("{}")), ("", []),
                    ($"{Multipart}; boundary=x", Part(70_000)), ($"{Multipart}; boundary=x", Part(29_000_000)),
        ];
        foreach (var (type, body) in broken)
        {
            foreach (var isChunked in (bool[])[false, true])
            {
                using var answer = await SendAsync(address, type, body, isChunked);

                // Who signs out where nobody is signed in has done nothing wrong.
                Assert.True(
                    (int)answer.StatusCode is >= 400 and < 500 || (address == "/signout-oidc" && answer.IsSuccessStatusCode),
                    $"{address} {type} {body.Length} {isChunked}: {answer.StatusCode}");
                Assert.DoesNotContain("   at ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("/sign-in", true)]
    [InlineData("/setup", true)]
    [InlineData("/websub", true)]
    [InlineData("/sign-in/openid/callback", true)]
    [InlineData("/nowhere", false)]
    [InlineData("/api/sources", false)]
    [InlineData("/hangfire/sources/import", false)]
    public async Task BeforeSigningIn_NoMoreThanAFormInMemoryIsTaken(string address, bool reads)
    {
        Assert.True(RequestBodies.MostOfStrangers <= new FormOptions().MemoryBufferThreshold);
        using var large = await SendAsync(address, $"{Multipart}; boundary=x", Part(RequestBodies.MostOfStrangers), isChunked: true);
        Assert.InRange((int)large.StatusCode, 400, 499);
        if (reads)
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
    }

    [Fact]
    public async Task AFormTooLarge_IsToldSo_ToABrowserWithAPage()
    {
        using var answer = await SendAsync("/sign-in", UrlEncoded, Text("password=" + new string('p', 70_000)), accept: "text/html");
        Assert.Equal(
            (HttpStatusCode.RequestEntityTooLarge, "text/html"),
            (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains("too large", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALengthThatLies_IsAnsweredOrEnded_AndTheNextOneIsServed()
    {
        foreach (var (length, body) in new[] {
            ("5", "password=abcdefgh"),
            ("-1", "a=b"),
            ("9999999999999999999999", "a=b"),
            ("50, 60", "a=b") })
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, new Uri(_service.Address).Port);
            await client.GetStream()
                .WriteAsync(Text($"POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: {UrlEncoded}\r\nContent-Length: "
                    + $"{length}\r\nConnection: close\r\n\r\n{body}"));
            using var reader = new StreamReader(client.GetStream());
            Assert.StartsWith("HTTP/1.1 4", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await _service.Client.GetAsync("/sign-in")).StatusCode);
    }

    [Fact]
    public async Task AnAdmin_SendsMore_AndWhatCannotBeReadIsRefusedAlsoThere()
    {
        using var admin = new Guest(_service);
        await admin.SignInAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await admin.PostAsync(
            "/hangfire/sources/import",
            "/hangfire/sources/import",
            ("text", "<opml version='2.0'><body><outline xmlUrl='http://127.0.0.1:9/b'/>" + new string(' ', 200_000)
                + "</body></opml>"))).StatusCode);

        var key = (await _service.Services.GetRequiredService<ApiKeys>().AddAsync("tests", Roles.Admin, CancellationToken.None))
            .Key!.Secret;
        foreach (var (type, body) in new[]
        {
            ("application/json; charset=no-such", "{}"), ("application/json; charset=utf-7", "{}"), ("application/json", new string(
                '[',
                5000)), ("application/json", "{\"url\":" + new string('{', 300)),
            ("application/json; charset=utf-16", "{}"), ("text/plain", "{}"), ("application/json", ""), (Multipart, "x"),
        })
        {
            using var answer = await SendAsync("/api/sources", type, Text(body), key: key);
            Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{type} {body.Length}: {answer.StatusCode}");
        }
    }

    private static byte[] Text(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Part(int bytes) =>
        Text(string.Create(CultureInfo.InvariantCulture, $"--x\r\nContent-Disposition: form-data; name=\"f\"; "
            + $"filename=\"f\"\r\nContent-Type: application/octet-stream\r\n\r\n{new string('z', bytes)}\r\n--x--\r\n"));

    private async Task<HttpResponseMessage> SendAsync(
        string address,
        string type,
        byte[] body,
        bool isChunked = false,
        string accept = "*/*",
        string? key = null)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(_service.Address) };
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(body),
            Headers = { ExpectContinue = true, TransferEncodingChunked = isChunked }
        };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (type.Length > 0)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await client.SendAsync(request);
    }
}
