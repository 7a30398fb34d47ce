using System.Globalization;
using System.Text.Json;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>All addresses of a FeedHub, by its own routes, and all forms of its pages as they are now.</summary>
internal sealed class RequestSeeds : IDisposable
{
    // Hangfire's own, which are one route and no forms.
    private static readonly string[] Commands =
        [.. new[] { "enqueued", "scheduled", "processing", "failed", "deleted", "succeeded", "awaiting" }.SelectMany(
            state => new[] { $"/hangfire/jobs/{state}", $"/hangfire/jobs/{state}/delete", $"/hangfire/jobs/{state}/requeue" }),
            "/hangfire/recurring/trigger", "/hangfire/recurring/remove", "/hangfire/jobs/actions/requeue/{id}",
            "/hangfire/jobs/details/{id}", "/hangfire/stats", "/hangfire/retries", "/hangfire/servers", "/hangfire/recurring"];

    private readonly HttpClient _client;
    private readonly System.Net.CookieContainer _cookies = new();

    public RequestSeeds(Uri server)
    {
        _client = new(new SocketsHttpHandler { CookieContainer = _cookies }) { BaseAddress = server, Timeout = TimeSpan.FromMinutes(5) };
        Routes = AllRoutes();
    }

    /// <summary>Methods and patterns, such as <c>GET /stories/{id}</c>.</summary>
    public IReadOnlyList<(string Method, string Pattern)> Routes { get; }

    /// <summary>By address: one page may have a hundred forms for one.</summary>
    public IReadOnlyList<IReadOnlyList<FormSeed>> Forms { get; private set; } = [];

    /// <summary>What Hangfire's scripts send with its commands, or null.</summary>
    public string? Token => Forms.SelectMany(forms => forms).SelectMany(form => form.Fields)
        .FirstOrDefault(input => input.Key == "__RequestVerificationToken").Value;

    public string Cookie => _cookies.GetCookieHeader(_client.BaseAddress!);

    /// <summary>Ids of sources and stories there are, and some that are not.</summary>
    public IReadOnlyList<string> Ids { get; private set; } = ["1", "2", "999999", "x"];

    /// <summary>Whether pages for admins are still to be had.</summary>
    public async Task<bool> RefreshAsync()
    {
        Ids = ["1", "2", "3", "999999", "-1", "x", .. await IdsAsync("/api/sources"), .. await IdsAsync("/api/stories?limit=5")];
        var pages = Routes.Where(route => route.Method == "GET" && route.Pattern.StartsWith("/hangfire", StringComparison.Ordinal)
            && !route.Pattern.Contains('{', StringComparison.Ordinal))
            .Select(route => route.Pattern).Concat(["/", "/sign-in", "/setup", $"/hangfire/sources/{Ids[^1]}", "/hangfire/sources/"
                + Ids[^2], "/hangfire/stories/1", "/stories/1"]).Distinct().Order(StringComparer.Ordinal);
        var forms = new List<FormSeed>();
        foreach (var page in pages)
            forms.AddRange(await FormsAsync(page));
        Forms = [.. forms.GroupBy(form => form.Path).Select(group => group.ToList())];
        return forms.Exists(form => form.Path.StartsWith("/hangfire/sources", StringComparison.Ordinal));
    }

    public async Task SignInAsync()
    {
        var form = (await FormsAsync("/sign-in")).First(form => form.Method == "POST");
        var fields = form.Fields.Select(field => field.Key.Contains("password", StringComparison.OrdinalIgnoreCase)
            ? KeyValuePair.Create(field.Key, FuzzedService.Password)
            : field);
        using var answer = await _client.PostAsync(new Uri(form.Path, UriKind.Relative), new FormUrlEncodedContent(fields));
    }

    /// <summary>Adds a source of the publisher as an admin would.</summary>
    public async Task AddAsync(Uri feed)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/sources")
        {
            Content = JsonContent.Create(new { url = feed.AbsoluteUri })
        };
        message.Headers.Add("Authorization", $"Bearer {FuzzedService.Password}");
        using var answer = await _client.SendAsync(message);
    }

    public void Dispose() => _client.Dispose();

    private static List<(string, string)> AllRoutes()
    {
        using var app = Program.CreateBuilder(["--urls=http://127.0.0.1:0", $"--FeedHub:DataDirectory={Path.GetTempPath()}"]).BuildApp();
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();
        return [.. Commands.SelectMany(path => new[] { ("GET", path), ("POST", path) }),
            .. endpoints.SelectMany(endpoint => (endpoint.Metadata
            .GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"])
            .Select(method => (method, "/" + endpoint.RoutePattern.RawText?.TrimStart('/')))).Distinct().OrderBy(
                route => route.Item2,
                StringComparer.Ordinal).ThenBy(route => route.method, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<FormSeed>> FormsAsync(string page)
    {
        using var answer = await _client.GetAsync(new Uri(page, UriKind.Relative));
        return answer.Content.Headers.ContentType?.MediaType == "text/html"
            ? [.. FormSeed.Of(await answer.Content.ReadAsStringAsync(), page)]
            : [];
    }

    private async Task<IReadOnlyList<string>> IdsAsync(string list)
    {
        using var answer = await _client.GetAsync(new Uri(list, UriKind.Relative));
        if (!answer.IsSuccessStatusCode)
            return [];
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var items = json.RootElement.ValueKind == JsonValueKind.Array
            ? json.RootElement
            : json.RootElement.EnumerateObject().First(member => member.Value.ValueKind == JsonValueKind.Array).Value;
        return [.. items.EnumerateArray().Take(10).Select(item => item.GetProperty("id"))
            .Select(id => id.ValueKind == JsonValueKind.Number ? id.GetInt64().ToString(CultureInfo.InvariantCulture) : id.GetString()!)];
    }
}
