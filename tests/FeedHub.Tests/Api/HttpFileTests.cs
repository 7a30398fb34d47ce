using System.Text.Json;
using System.Text.RegularExpressions;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Api;

/// <summary>The calls for people (docs/feedhub.http) and the page of the API, against the service's own description.</summary>
public sealed partial class HttpFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TheHttpFile_HasEveryCall_AndNoOther_AndThePageShowsThemAll()
    {
        await using var service = await TestService.StartAsync(_folder, Feeds.Json());
        var described = (await service.GetJsonAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject()
            .SelectMany(
                path => path.Value.EnumerateObject().Select(method => (Method: method.Name.ToUpperInvariant(), Path: path.Name))).ToList();
        var file = System.Text.Encoding.UTF8.GetString(Sources.RepositoryFile.Read("docs/feedhub.http"));
        var calls = Call().Matches(file).Select(m => (Method: m.Groups[1].Value, Path: m.Groups[2].Value)).ToList();
        Assert.All(calls, call => Assert.Contains(described, d => Fits(d, call)));
        Assert.All(described, d => Assert.Contains(calls, call => Fits(d, call)));
        Assert.All(Body().Matches(file), body => JsonDocument.Parse(body.Value));

        using var answer = await service.Client.GetAsync("/docs");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.All(described, d => Assert.Contains($"<code>{d.Method} {d.Path}</code>", page, StringComparison.Ordinal));
        Assert.Contains($"curl &#x27;{service.Address}/api/sources/antara&#x27;", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/docs/jsonfeed\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", OwnScripts.WithoutThem(page), StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/docs\"", await service.Client.GetStringAsync("/"), StringComparison.Ordinal);
    }

    private static bool Fits((string Method, string Path) described, (string Method, string Path) call) =>
        described.Method == call.Method
            && Regex.IsMatch(call.Path, $"^{Regex.Replace(Regex.Escape(described.Path), @"\\\{[a-z]+}", "[^/]+")}$");

    [GeneratedRegex(@"^(GET|POST|PATCH|DELETE|PUT) \{\{host\}\}([^?\s]+)", RegexOptions.Multiline)]
    private static partial Regex Call();

    [GeneratedRegex(@"^\{ .*\}$", RegexOptions.Multiline)]
    private static partial Regex Body();
}
