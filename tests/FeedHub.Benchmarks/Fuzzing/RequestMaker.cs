using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>Requests in bytes: real ones, with a few things changed in address, headers and body.</summary>
internal sealed partial class RequestMaker(RequestSeeds seeds, Uri server, Uri publisher, bool hasPassword)
{
    private static readonly string[] Names =
        ["category", "source", "language", "folder", "q", "order", "dates", "titles", "group", "coverage", "limit", "before", "at", "zone",
            "state", "page", "count", "sort", "filter", "kind", "url", "title", "code", "returnUrl", "ReturnUrl", "from", "hub.mode",
            "hub.topic", "hub.callback", "hub.challenge", "hub.lease_seconds", "hub.secret", "hub.verify_token", "jobs[]", "metrics[]"];

    private static readonly string[] Members =
        ["url", "title", "category", "categories", "language", "timeZone", "interval", "content", "headers", "enabled", "folder", "kind",
            "robots", "selectors", "slug", "any", "none", "all", "in", "sources", "drop", "feeds", "filter", "order", "limit",
            "description", "reason", "name", "for", "item", "items", "with", "story", "stories", "paused", "days"];

    private static readonly string[] Words =
        ["", "1", "-1", "0", "500", "501", "politics", "-politics", "nope", "id", "en", "found", "published", "top", "event", "subscribe",
            "unsubscribe", "publish", "full", "article", "link", "Asia/Jakarta", "00:15:00", "15m", "true", "null", "\"a b\" OR -c",
            "a* AND (", "NEAR(a b)", "\"", "'; DROP TABLE Items; --", "%", "../../etc/passwd", "{0}", "99999999999999999999"];

    private static readonly string[] OddHeaders =
    [
        "Accept: */*;q=x, text/html;;", "Accept-Encoding: gzip, br;q=0, *;q=1", "Accept-Language: id,en;q=0.x", "If-None-Match: W/\"",
        "If-None-Match: *", "If-Modified-Since: Tue, 99 Nov 2026", "Range: bytes=0-0,5-,-1", "Cookie: ======", "Cookie: a=\"\u0001",
        "Authorization: Bearer", "Authorization: Basic ====", "Authorization: Basic dXNlcjpwYXNz",
        "Authorization: x y z", "Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site",
        "X-Forwarded-For: 1.2.3.4, x", "X-Forwarded-For: [::1]:99999", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: javascript",
        "Forwarded: for=\"_x\"", "X-HTTP-Method-Override: DELETE", "Expect: 100-continue", "Connection: Upgrade, HTTP2-Settings",
        "Upgrade: h2c", "Transfer-Encoding: chunked", "Content-Length: 5", "Content-Length: -1", "Content-Length: 99999999999",
        "Content-Encoding: gzip", "X-Hub-Signature: sha1=zz", "X-Hub-Signature: sha256=", "Referer: javascript:alert(1)",
        "traceparent: 00-zz-zz-zz", "baggage: =,;", "Host: evil.example", "Host: ", "Host: a b", "Host: [::1", "Host: localhost:99999",
        " folded: x", "X-Empty:", "X-日本: é",
    ];

    private static readonly string[] Types =
        ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "multipart/form-data", "multipart/form-data; boundary=\"",
            "application/json", "application/json; charset=utf-7", "application/json; charset=x", "text/plain", "application/problem+json",
            "", ";;", "application/x-www-form-urlencoded; charset=utf-16", "application/rss+xml", "text/x-opml"];

    public byte[] Make(Random random)
    {
        var form = seeds.Forms.Count > 0 && random.OneIn(2) ? random.Pick(random.Pick(seeds.Forms)) : null;
        var (method, pattern) = form is not null ? (form.Method, form.Path) : random.Pick(seeds.Routes);
        if (random.OneIn(20))
            method = random.Pick(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "get", "X"]);
        var path = Filled(random, pattern);
        if (random.OneIn(2) && (form is null || form.Method == "GET"))
            path += (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + Query(random, form);
        if (random.OneIn(20))
            path = Mutation.Of(random, path, "/%2e%2e/%00/%ff//?&=#");
        var (type, body) = method is "GET" or "HEAD" && !random.OneIn(30) ? (null, Array.Empty<byte>()) : Body(random, form, path);
        return [.. Encoding.UTF8.GetBytes(Head(random, method, path, type, body.Length)), .. body];
    }

    private string Head(Random random, string method, string path, string? type, int length)
    {
        var lines = new List<string> { $"Host: {server.Authority}", "Connection: close" };
        if (seeds.Cookie.Length > 0)
            lines.Add($"Cookie: {seeds.Cookie}");
        if (type is not null)
            lines.AddRange([$"Content-Type: {(random.OneIn(12) ? random.Pick(Types) : type)}", string.Create(
                CultureInfo.InvariantCulture,
                $"Content-Length: {length}")]);
        if (seeds.Token is { } token && random.OneIn(2))
            lines.Add($"RequestVerificationToken: {token}");
        if (hasPassword && path.StartsWith("/api", StringComparison.Ordinal) && random.OneIn(2))
            lines.Add($"Authorization: Bearer {FuzzedService.Password}");
        for (var n = random.OneIn(6) ? random.Next(4) : 0; n > 0; n--)
            lines.Insert(
                random.Next(lines.Count),
                random.OneIn(4) ? Mutation.Of(random, random.Pick(OddHeaders), "x").ReplaceLineEndings("") : random.Pick(OddHeaders));

        // An empty line would end the request, and the rest be a second one.
        lines.RemoveAll(line => line.Length == 0);
        var target = string.Concat(path.Select(c => c <= ' ' ? "%20" : c.ToString()));
        return $"{method} {target} HTTP/1.1\r\n{string.Join("\r\n", lines)}\r\n\r\n";
    }

    private string Filled(Random random, string pattern) =>
        ParameterPattern().Replace(pattern, _ => random.OneIn(8) ? Uri.EscapeDataString(Whole(Text(random))) : random.Pick(seeds.Ids));

    private string Query(Random random, FormSeed? form)
    {
        var fields = form?.Fields.Select(field => (field.Key, random.OneIn(3) ? Text(random) : field.Value)) ?? [];
        return string.Join('&', fields.Concat(Enumerable.Range(0, 1 + random.Next(3)).Select(_ => (random.Pick(Names), Text(random))))
            .Select(pair => (pair.Item1, Told(pair.Item1, pair.Item2)))
            .Select(pair => $"{pair.Item1}={Uri.EscapeDataString(Whole(pair.Item2))}"));
    }

    private (string Type, byte[] Body) Body(Random random, FormSeed? form, string path)
    {
        if (path.StartsWith("/api", StringComparison.Ordinal) && form is null)
            return ("application/json", Encoding.UTF8.GetBytes(random.OneIn(3)
                ? Mutation.Of(random, Json(random, 0)?.ToJsonString() ?? "null", "[{\"a\":1}]")
                : Json(random, 0)?.ToJsonString() ?? "null"));
        var fields = Fields(random, form).ToList();
        if (random.OneIn(3))
            return ("multipart/form-data; boundary=b", Encoding.UTF8
                .GetBytes(Damaged(random, string.Concat(fields.Select(field => Part(random, field))) + "--b--\r\n")));
        return ("application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(Damaged(
            random,
            string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(Whole(field.Value))}")))));
    }

    private IEnumerable<KeyValuePair<string, string>> Fields(Random random, FormSeed? form)
    {
        foreach (var (name, value) in form?.Fields
            ?? [.. Enumerable.Range(0, 1 + random.Next(5)).Select(_ => KeyValuePair.Create(random.Pick(Names), ""))])
        {
            if (random.OneIn(20))
                continue;
            var isToken = name.StartsWith("__", StringComparison.Ordinal);
            for (var times = random.OneIn(30) ? random.Size(1500) : 1; times > 0; times--)
                yield return new(name, isToken ? value : random.OneIn(3) ? value : Told(name, Text(random)));
        }
    }

    private static string Part(Random random, KeyValuePair<string, string> field) =>
        $"--b\r\nContent-Disposition: form-data; "
            + $"name=\"{field.Key}\"{(random.OneIn(3) ? File(random) : "")}\r\n\r\n{field.Value}\r\n";

    private static string File(Random random) =>
        $"; filename=\"{random.Pick(["x.opml", "../x", "", "feeds.json"])}\"\r\nContent-Type: {random.Pick(Types)}";

    private static string Damaged(Random random, string body) =>
        random.OneIn(8) ? Mutation.Of(random, body, "--b\r\n\r\n%zz&=&&+%00") : body;

    private JsonNode? Json(Random random, int depth) => random.Next(depth > 3 ? 3 : 8) switch
    {
        0 => JsonValue.Create(random.Next(-2, 600)),
        1 => random.OneIn(3) ? null : JsonValue.Create(random.OneIn(2)),
        2 => JsonValue.Create(Text(random)),
        3 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Json(random, depth + 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(6)).Select(_ => random.Pick(Members)).Distinct()
            .Select(name =>
                KeyValuePair.Create(name, random.OneIn(2) ? JsonValue.Create(Told(name, Text(random))) : Json(random, depth + 1)))),
    };

    private string Text(Random random) => random.Next(9) switch
    {
        0 => random.Pick(Pieces.All),
        1 => FuzzAddress.Make(random),
        2 =>
            new Uri(publisher,
                $"{random.Pick(["feed", "site"])}/{random.Next(5000)}{random.Pick(["", "?apikey=" + FuzzAddress.Secret])}").AbsoluteUri,
        3 => random.Pick(seeds.Ids),
        4 => $"<opml><body><outline xmlUrl=\"{new Uri(publisher, "feed/" + random.Next(5000))}\"/><outline "
            + $"xmlUrl=\"{random.Pick(Pieces.Values)}\"/></body></opml>",
        5 => NewsText.Item(random.Next(500)).Title!,
        _ => random.Pick(Words),
    };

    // A title or description is an admin's own words: what is in them is meant to be read.
    private static string Told(string name, string value) => name.EndsWith("title", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("description", StringComparison.OrdinalIgnoreCase)
            ? value.Replace(FuzzAddress.Secret, "told", StringComparison.Ordinal)
            : value;

    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex ParameterPattern();
}
