using System.Net;
using FeedHub.Fetching;
using FeedHub.Model.Settings;
using Microsoft.Extensions.Options;

namespace FeedHub.Tests.Fetching;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("127.0.0.1", "loopback")]
    [InlineData("127.255.255.254", "loopback")]
    [InlineData("10.1.2.3", "private (10/8)")]
    [InlineData("172.16.0.1", "private (172.16/12)")]
    [InlineData("172.31.255.255", "private (172.16/12)")]
    [InlineData("192.168.1.1", "private (192.168/16)")]
    [InlineData("100.64.0.1", "carrier-grade NAT (100.64/10)")]
    [InlineData("169.254.1.1", "link-local (169.254/16)")]
    [InlineData("169.254.169.254", "cloud metadata")]
    [InlineData("100.100.100.200", "cloud metadata")]
    [InlineData("168.63.129.16", "cloud metadata")]
    [InlineData("0.0.0.0", "unspecified (0/8)")]
    [InlineData("192.0.0.8", "protocol assignment (192.0.0/24)")]
    [InlineData("192.0.2.1", "documentation (192.0.2/24)")]
    [InlineData("198.51.100.1", "documentation (198.51.100/24)")]
    [InlineData("203.0.113.1", "documentation (203.0.113/24)")]
    [InlineData("192.88.99.1", "6to4 relay (192.88.99/24)")]
    [InlineData("198.18.0.1", "benchmarking (198.18/15)")]
    [InlineData("198.19.255.255", "benchmarking (198.18/15)")]
    [InlineData("224.0.0.1", "multicast (224/4)")]
    [InlineData("240.0.0.1", "reserved (240/4)")]
    [InlineData("255.255.255.255", "broadcast")]
    [InlineData("::", "unspecified (::)")]
    [InlineData("::1", "loopback")]
    [InlineData("::ffff:127.0.0.1", "IPv4-mapped (::ffff:0:0/96)")]
    [InlineData("::ffff:8.8.8.8", "IPv4-mapped (::ffff:0:0/96)")]
    [InlineData("::ffff:0:8.8.8.8", "IPv4-translated (::ffff:0:0:0/96)")]
    [InlineData("::127.0.0.1", "IPv4-compatible (::/96)")]
    [InlineData("64:ff9b::7f00:1", "NAT64 (64:ff9b::/96)")]
    [InlineData("64:ff9b:1::a00:1", "NAT64 (64:ff9b:1::/48)")]
    [InlineData("100::1", "discard-only (100::/64)")]
    [InlineData("2001::1", "Teredo (2001::/32)")]
    [InlineData("2001:10::1", "protocol assignment (2001::/23)")]
    [InlineData("2001:db8::1", "documentation (2001:db8::/32)")]
    [InlineData("3fff::1", "documentation (3fff::/20)")]
    [InlineData("2002:7f00:1::", "6to4 (2002::/16)")]
    [InlineData("fc00::1", "unique-local (fc00::/7)")]
    [InlineData("fd12::1", "unique-local (fc00::/7)")]
    [InlineData("fd00:ec2::254", "cloud metadata")]
    [InlineData("fe80::1", "link-local (fe80::/10)")]
    [InlineData("fe80::1%1", "link-local (fe80::/10)")]
    [InlineData("fec0::1", "site-local (fec0::/10)")]
    [InlineData("ff02::1", "multicast (ff00::/8)")]
    [InlineData("5f00::1", "unassigned (outside 2000::/3)")]
    [InlineData("4000::1", "unassigned (outside 2000::/3)")]
    public void WhyRefused_AddressThatIsNotPublic_SaysWhatItIs(string address, string words) =>
        Assert.Equal(words, AddressGuard.WhyRefused(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("128.0.0.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.0.1.0")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2001:200::1")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450::1")]
    public void WhyRefused_PublicAddress_IsNull(string address) => Assert.Null(AddressGuard.WhyRefused(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://①②⑦.⓪.⓪.①/")]
    [InlineData("http://127。0。0。1/")]
    [InlineData("http://127．0．0．1/")]
    [InlineData("http://127｡0｡0｡1/")]
    [InlineData("http://127.0.0.1./")]
    [InlineData("http://127.0.1/")]
    [InlineData("http://017700000001/")]
    [InlineData("http://00000000177.0.0.1/")]
    [InlineData("http://0x7F000001./")]
    [InlineData("http://0x7f.0x0.0x0.0x1/")]
    [InlineData("http://0/")]
    [InlineData("http://0.0/")]
    [InlineData("http://10.1/")]
    [InlineData("http://192.168.257/")]
    [InlineData("http://2852039166/")]
    [InlineData("http://0xA9FEA9FE/")]
    [InlineData("http://0251.0376.0251.0376/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[0000:0000:0000:0000:0000:0000:0000:0001]/")]
    [InlineData("http://[::127.0.0.1]/")]
    [InlineData("http://[::ffff:0:127.0.0.1]/")]
    [InlineData("http://[64:ff9b::127.0.0.1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://[2001:0:7f00:1::1]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fe80::1%25lo]/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[0:0:0:0:0:ffff:127.0.0.1]/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    public void Refusal_LiteralInAnySpelling_IsRefusedBeforeConnecting(string url) =>
        Assert.StartsWith("refused: ", Guard(false).Refusal(new Uri(url))?.ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://127.0.0.1../")]
    [InlineData("http://%31%32%37.0.0.1/")]
    [InlineData("http://127%2e0%2e0%2e1/")]
    public void ALiteralThatIsHiddenSo_IsNoAddressAtAll(string url) => Assert.False(Uri.TryCreate(url, UriKind.Absolute, out _));

    [Fact]
    public void Refusal_Loopback_NamesAddressKindAndSetting() => Assert.Equal(
        "refused: 127.0.0.1 is a loopback address; FeedHub connects to public addresses only (FeedHub:Network:AllowPrivateAddresses)",
        Guard(false).Refusal(new Uri("http://127.0.0.1/feed"))?.ToString());

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Refusal_AddressThatNoSettingOpens_NamesNoSetting(bool allowPrivate) => Assert.Equal(
        "refused: 169.254.169.254 is a cloud metadata address; FeedHub never connects to one",
        Guard(allowPrivate).Refusal(new Uri("http://169.254.169.254/latest"))?.ToString());

    [Theory]
    [InlineData("ftp://example.org/feed", "only http and https")]
    [InlineData("file:///etc/passwd", "only http and https")]
    [InlineData("gopher://example.org/", "only http and https")]
    [InlineData("http://example.org:22/", "port 22")]
    [InlineData("http://example.org:1023/", "port 1023")]
    [InlineData("http://someone:secret@example.org/", "user name")]
    [InlineData(
        "http://a-label-of-more-than-sixty-three-characters-which-is-what-dns-has-room-for.example/",
        "longer than a host name may be")]
    public void Refusal_SchemePortOrUserInfo_SaysWhat(string url, string words)
    {
        var refusal = Guard(true).Refusal(new Uri(url))?.ToString();
        Assert.Contains(words, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.org/")]
    [InlineData("https://example.org/")]
    [InlineData("https://example.org:1024/")]
    [InlineData("http://example.org:65535/")]
    [InlineData("https://8.8.8.8/")]
    public void Refusal_OrdinaryAddress_IsNull(string url) => Assert.Null(Guard(false).Refusal(new Uri(url)));

    [Theory]
    [InlineData("http://127.0.0.1/", true)]
    [InlineData("http://192.168.1.1/", true)]
    [InlineData("http://[fd12::1]/", true)]
    [InlineData("http://169.254.169.254/", false)]
    [InlineData("http://[fd00:ec2::254]/", false)]
    [InlineData("http://224.0.0.1/", false)]
    public void Refusal_WithPrivateAddressesAllowed_OpensTheOperatorsOwnNetworkOnly(string url, bool open) =>
        Assert.Equal(open, Guard(true).Refusal(new Uri(url)) is null);

    [Fact]
    public async Task ResolveAsync_NameOfALoopbackAddress_IsRefusedByName()
    {
        var refused = await Assert.ThrowsAsync<FetchException>(() => Guard(false).ResolveAsync("localhost", CancellationToken.None));
        Assert.Equal(FetchOutcome.Refused, refused.Outcome);
        Assert.Matches("^refused: localhost is (127.0.0.1|::1), which is a loopback address; ", refused.Message);
    }

    private static AddressGuard Guard(bool allowPrivate) =>
        new(Options.Create(new FeedHubOptions { Network = { AllowPrivateAddresses = allowPrivate } }), new());
}
