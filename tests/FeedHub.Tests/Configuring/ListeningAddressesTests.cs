using FeedHub.Configuring;
using Microsoft.Extensions.Configuration;

namespace FeedHub.Tests.Configuring;

/// <summary>Addresses to listen on, as people write them.</summary>
public class ListeningAddressesTests
{
    [Theory]
    [InlineData("urls", "http://localhost:5080")]
    [InlineData("urls", "http://*:8080;https://+:8443/;")]
    [InlineData("urls", "http://[::1]:0; http://LocalHost:81")]
    [InlineData("urls", "http://0.0.0.0:8080;http://127.0.0.1:0;http://[::]:80")]
    [InlineData("urls", "http://unix:/run/feedhub.sock")]
    [InlineData("urls", "")]
    [InlineData("http_ports", "8080;8081")]
    [InlineData("Kestrel:Endpoints:Inside:Url", "http://10.0.0.1:80")]
    public void WhatCanBeListenedOn_IsFine(string key, string value) => Assert.Empty(Problems(key, value));

    [Theory]
    [InlineData("urls", "http://127.0.0.1:65536", "with a port")]
    [InlineData("urls", "http://127.0.0.1:-1", "with a port")]
    [InlineData("urls", "http://0.0.0.0:eighty", "with a port")]
    [InlineData("urls", "http://localhost:5080;http://:", "with a port")]
    [InlineData("urls", "http://::1:80", "with a port")]
    [InlineData("urls", "http://[::1:80", "with a port")]
    [InlineData("urls", "8080", "such as http://")]
    [InlineData("urls", "tcp://0.0.0.0:80", "such as http://")]
    [InlineData("urls", "http://0.0.0.0:80/news", "FeedHub:PublicUrl")]
    [InlineData("urls", "http://256.1.1.1:5992", "write an IP address of this machine, localhost, or * for all")]
    [InlineData("urls", "http://localhost:80;http://nosuchhost.invalid:81", "write an IP address of this machine")]
    [InlineData("urls", "http://**:81", "write an IP address of this machine")]
    [InlineData("Kestrel:Endpoints:Inside:Url", "https://news.example.org", "localhost, or * for all")]
    [InlineData("urls", "http://127.0.0.1:5081 http://127.0.0.1:5082", "write ; between")]
    [InlineData("urls", "http://127.0.0.1:5081,https://127.0.0.1:5082", "write ; between")]
    [InlineData("urls", "http://localhost:0", "write 127.0.0.1:0")]
    [InlineData("Kestrel:Certificates:Default:Path", "no-such-certificate.pfx", "there is no such file")]
    [InlineData("Kestrel:Endpoints:Inside:Certificate:KeyPath", "no-such-key.pem", "there is no such file")]
    [InlineData("https_ports", "443;tls", "from 0 to 65535")]
    [InlineData("Kestrel:Endpoints:Inside:Url", "http://10.0.0.1:http", "with a port")]
    public void WhatCannot_IsToldWithWhatToWrite(string key, string value, string words)
    {
        var problem = Assert.Single(Problems(key, value));
        Assert.StartsWith(key, problem, StringComparison.Ordinal);
        Assert.Contains(words, problem, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Problems(string key, string value) =>
        ListeningAddresses.Problems(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build());
}
