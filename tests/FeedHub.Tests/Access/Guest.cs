using System.Net;
using System.Text.RegularExpressions;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Access;

/// <summary>Somebody with a browser: keeps cookies as they came, follows no redirect, and sends forms with the page's token.</summary>
internal sealed partial class Guest(HttpClient client, params (string Name, string Value)[] headers) : IDisposable
{
    public const string Password = "correct horse battery";
    public const string ViewPassword = "only looking around";

    public Guest(TestService service, params (string Name, string Value)[] headers)
        : this(ClientOf(service), headers)
    {
    }

    /// <summary>Its cookies, to look at and to steal.</summary>
    public Dictionary<string, string> Cookies { get; private init; } = [];

    /// <summary>The attributes with which each cookie was set last.</summary>
    public Dictionary<string, string> Attributes { get; } = [];

    /// <summary>Another browser with the same cookies.</summary>
    public Guest Copy() => new(ClientAt(client.BaseAddress!), headers) { Cookies = new(Cookies) };

    /// <summary>The same browser at a service that was started again.</summary>
    public Guest At(TestService other) => new(other, headers) { Cookies = new(Cookies) };

    public Task<HttpResponseMessage> GetAsync(string address) => SendAsync(new(HttpMethod.Get, address));

    /// <summary>The page, which must be one.</summary>
    public async Task<string> PageAsync(string address)
    {
        using var answer = await GetAsync(address);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}, {answer.Headers.Location}");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a form of the page.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await PageAsync(page)).Groups[1].Value;
        return await SendAsync(new(HttpMethod.Post, action)
        {
            Content = new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)))
        });
    }

    /// <summary>Signs in; returns where that leads.</summary>
    public async Task<string> SignInAsync(string password = Password, string page = "/sign-in")
    {
        using var answer = await PostAsync(page, page, ("password", password));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Accept", "text/html,*/*;q=0.8");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (Cookies.Count > 0)
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        var answer = await client.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            Keep(cookie);
        return answer;
    }

    public void Dispose() => client.Dispose();

    private static HttpClient ClientOf(TestService service) => ClientAt(new(service.Address));

    private static HttpClient ClientAt(Uri address) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    private void Keep(string cookie)
    {
        var (name, rest) = (cookie[..cookie
            .IndexOf('=', StringComparison.Ordinal)], cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var value = rest.Split(';')[0];
        Attributes[name] = rest[value.Length..];
        if (value.Length == 0)
            Cookies.Remove(name);
        else
            Cookies[name] = value;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
