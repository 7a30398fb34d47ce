using FeedHub.Fetching;
using FeedHub.Model.Settings;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FeedHub.Tests.Fetching;

/// <summary>A fetcher that may go to loopback unless told otherwise, and has no gap between requests.</summary>
internal sealed class FetchBench : IDisposable
{
    public FetchBench(Action<FeedHubOptions>? set = null, NameResolver? names = null)
    {
        Names = names ?? new();
        Settings.Polling.HostGap = TimeSpan.Zero;
        set?.Invoke(Settings);
        var wrapped = Options.Create(Settings);
        Gate = new HostGate(wrapped, TimeProvider.System);
        Fetcher = new Fetcher(
            wrapped,
            TimeProvider.System,
            new AddressGuard(wrapped, Names),
            Gate,
            new HostRests(TimeProvider.System),
            NullLogger<Fetcher>.Instance);
    }

    public FeedHubOptions Settings { get; } = new() { Network = { AllowPrivateAddresses = true } };

    private NameResolver Names { get; }

    public HostGate Gate { get; }

    public Fetcher Fetcher { get; }

    public Task<FetchResult> FetchAsync(string url, string? etag = null, string? lastModified = null) =>
        Fetcher.FetchAsync(new(url, etag, lastModified, new Dictionary<string, string>()), CancellationToken.None);

    public Task<FetchResult> FetchWithAsync(Dictionary<string, string> headers, string url) =>
        Fetcher.FetchAsync(new(url, null, null, headers), CancellationToken.None);

    public void Dispose() => Fetcher.Dispose();
}
