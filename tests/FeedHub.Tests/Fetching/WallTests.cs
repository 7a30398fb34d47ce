using System.Net;
using FeedHub.Configuring;
using FeedHub.Fetching;
using FeedHub.Model.Settings;
using Microsoft.AspNetCore.Http;

namespace FeedHub.Tests.Fetching;

/// <summary>The wall against names and ports: what is judged is what is connected to.</summary>
public sealed class WallTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:7f00:1::")]
    [InlineData("fe80::1%1")]
    public async Task ANameOfSuchAnAddress_IsRefused_AlsoBesidePublicOnes(string address)
    {
        var names = new ScriptedNames(["8.8.8.8", address]);
        using var bench = new FetchBench(options => options.Network.AllowPrivateAddresses = false, names);
        var result = await bench.FetchAsync("http://publisher.example/feed");
        Assert.Equal((FetchOutcome.Refused, null), (result.Outcome, result.Status));
        Assert.StartsWith("refused: publisher.example is ", result.Error?.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, names.Asked);
    }

    [Fact]
    public async Task ANameThatChangesItsMind_IsJudgedAtEachConnection()
    {
        // Public when it is judged, loopback when it would be asked again: nobody asks again.
        await using var publisher = await FakePublisher.StartAsync(context =>
        {
            context.Response.Headers.Connection = "close";
            return context.Response.WriteAsync("<rss/>");
        });
        var names = new ScriptedNames(["127.0.0.1"], ["169.254.169.254"]);
        using var bench = new FetchBench(names: names);
        var url = $"http://publisher.example:{publisher.Port}/feed";
        Assert.Equal(FetchOutcome.Fetched, (await bench.FetchAsync(url)).Outcome);
        Assert.Equal(1, names.Asked);
        Assert.Equal(FetchOutcome.Refused, (await bench.FetchAsync(url)).Outcome);
        Assert.Single(publisher.Seen);
    }

    [Theory]
    [InlineData("80, 443", 8080, false)]
    [InlineData("80, 443, 8000-8100", 8080, true)]
    [InlineData("22", 22, true)]
    [InlineData("80, 443, 1024-65535", 1023, false)]
    [InlineData("80, 443, 1024-65535", 65535, true)]
    public void Ports_AreThoseOfTheSetting(string setting, int port, bool allowed)
    {
        var guard = new AddressGuard(
            Microsoft.Extensions.Options.Options.Create(new FeedHubOptions { Network = { AllowedPorts = setting } }), new());
        var refusal = guard.Refusal(new($"http://publisher.example:{port}/"));
        Assert.Equal(allowed, refusal is null);
        Assert.True(allowed || refusal!.ToString().Contains("FeedHub:Network:AllowedPorts", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http")]
    [InlineData("80,,x")]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("90-80")]
    [InlineData("80-90-100")]
    [InlineData(",")]
    public void PortsThatAreNone_AreAnErrorOfTheSettings(string setting) =>
        Assert.Contains(
            "FeedHub:Network:AllowedPorts",
            Assert.Single(SettingsCheck.Problems(new() { Network = { AllowedPorts = setting } })),
            StringComparison.Ordinal);

    private sealed class ScriptedNames(params string[][] answers) : NameResolver
    {
        public int Asked { get; private set; }

        public override Task<IPAddress[]> LookUpAsync(string host, CancellationToken cancellation)
        {
            var answer = answers[Math.Min(Asked++, answers.Length - 1)];
            return Task.FromResult<IPAddress[]>([.. answer.Select(IPAddress.Parse)]);
        }
    }
}
