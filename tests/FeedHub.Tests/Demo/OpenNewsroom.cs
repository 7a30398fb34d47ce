using System.Net.Http.Headers;
using FeedHub.Demo;
using Microsoft.Extensions.Time.Testing;

namespace FeedHub.Tests.Demo;

/// <summary>A newsroom on loopback under a clock that the test moves, with a client that keeps nothing.</summary>
internal sealed class OpenNewsroom : IAsyncDisposable
{
    private readonly HttpClient _client = new();

    private OpenNewsroom(Newsroom newsroom, FakeTimeProvider time) => (Newsroom, Time) = (newsroom, time);

    public static DateTimeOffset Start { get; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public Newsroom Newsroom { get; }

    public FakeTimeProvider Time { get; }

    public static async Task<OpenNewsroom> StartAsync()
    {
        var time = new FakeTimeProvider(Start);
        return new OpenNewsroom(await Newsroom.StartAsync(time, CancellationToken.None), time);
    }

    public async Task<HttpResponseMessage> GetAsync(string address, Action<HttpRequestHeaders>? headers = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Newsroom.Address, address));
        headers?.Invoke(request.Headers);
        return await _client.SendAsync(request);
    }

    /// <summary>As a poll would, and if the publisher is slow, with the clock pushed on until it answers.</summary>
    public async Task<HttpResponseMessage> PollAsync(Publisher publisher, Action<HttpRequestHeaders>? headers = null)
    {
        var answer = GetAsync(publisher.Path, headers);
        while (publisher.Manner == Manner.Slow && await Task.WhenAny(answer, Task.Delay(20)) != answer)
            Time.Advance(TimeSpan.FromMilliseconds(500));
        return await answer;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Newsroom.DisposeAsync();
    }
}
