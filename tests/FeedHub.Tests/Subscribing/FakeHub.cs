using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace FeedHub.Tests.Subscribing;

/// <summary>A WebSub hub on a newsroom's path: keeps what it was asked, verifies, denies and pushes as a test says.</summary>
internal sealed class FakeHub
{
    private readonly HttpClient _client = new();

    public FakeHub(FakeNewsroom newsroom, string path = "/hub")
    {
        Address = newsroom.Url(path);
        newsroom.Answer(path, AnswerAsync);
    }

    public string Address { get; }

    /// <summary>Forms in the order in which they came.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Asked { get; } = new();

    public int Status { get; set; } = StatusCodes.Status202Accepted;

    public IReadOnlyDictionary<string, string> Last => Asked.Last();

    public string Callback => Last["hub.callback"];

    /// <summary>Asks the callback whether it meant what it asked for; returns what it says.</summary>
    public async Task<(HttpStatusCode Status, string Body)> VerifyAsync(
        string mode = "subscribe",
        string? topic = null,
        int lease = 864000,
        string? callback = null)
    {
        using var answer = await _client.GetAsync(
            $"{callback ?? Callback}?hub.mode={mode}&hub.topic={Uri.EscapeDataString(topic ?? Last["hub.topic"])}&hub.challenge=c%2Fh+a&hub.lease_seconds={lease.ToString(CultureInfo.InvariantCulture)}&hub.reason=over%20quota");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Pushes a document, signed with the last secret unless told otherwise.</summary>
    public async Task<HttpStatusCode> PushAsync(
        byte[] body,
        string? signature = null,
        string? callback = null,
        params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, callback ?? Callback) { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation("X-Hub-Signature", signature ?? Sign(body));
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await _client.SendAsync(request);
        return answer.StatusCode;
    }

    public Task<HttpStatusCode> PushAsync(string feed) => PushAsync(Encoding.UTF8.GetBytes(feed));

    public string Sign(byte[] body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Last["hub.secret"]), body));

    private async Task AnswerAsync(HttpContext context)
    {
        Asked.Enqueue((await context.Request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString()));
        context.Response.StatusCode = Status;
    }
}
