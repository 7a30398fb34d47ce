using System.Globalization;
using System.Net;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>A publisher on loopback whose every address answers with something odd: always the same.</summary>
internal sealed class FuzzPublisher : IAsyncDisposable
{
    private readonly DocumentSeeds _seeds = new();
    private readonly WebApplication _app;

    public FuzzPublisher()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Address => new(_app.Urls.Single());

    public Task StartAsync() => _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var digits = string.Concat(context.Request.Path.Value!.Where(char.IsAsciiDigit).Take(6));
        var number = int.TryParse(digits, CultureInfo.InvariantCulture, out var read) ? read : 0;
        var random = Chance.Of(number, "publisher", 0);
        if (context.Request.Query["hub.challenge"] is [{ } challenge])
            await context.Response.WriteAsync(random.OneIn(3) ? "no" : challenge);
        else if (context.Request.Path.StartsWithSegments("/site"))
            await PageAsync(context, random, number);
        else
            await FeedAsync(context, random);
    }

    private static Task PageAsync(HttpContext context, Random random, int number)
    {
        context.Response.ContentType = "text/html";
        var links = string.Concat(Enumerable.Range(0, random.Next(4)).Select(
            n => $"<link rel=alternate type='application/rss+xml' title='{random.Pick(Pieces.Values)}' href='/feed/{number + n}'>"));
        return context.Response.WriteAsync(
            Mutation.Of(random, $"<html><head><title>News</title>{links}</head><body>{random.Pick(Pieces.Unsafe)}</body></html>", "<p>"));
    }

    private async Task FeedAsync(HttpContext context, Random random)
    {
        var response = context.Response;
        var document = _seeds.Make(random);
        response.StatusCode = random.OneIn(6) ? random.Pick([301, 302, 304, 400, 404, 410, 429, 500, 503]) : 200;
        response.ContentType = document.ContentType is { } type && type.All(char.IsAscii) ? type : "application/rss+xml";
        foreach (var (name, values) in Headers)
        {
            if (random.OneIn(4))
                response.Headers[name] = random.Pick(values);
        }

        if (response.StatusCode is 301 or 302)
            response.Headers.Location =
                random.Pick(
                    [$"/feed/{random.Next(9999)}", $"http://user:{FuzzAddress.Secret}@127.0.0.1:{context.Connection.LocalPort}/feed/1",
                        $"/feed/{random.Next(999)}?sig={FuzzAddress.Secret}", "http://[", "ftp://x/"]);
        if (response.StatusCode != 304)
            await response.Body.WriteAsync(document.Body);
    }

    private static readonly (string Name, string[] Values)[] Headers =
    [
        ("ETag", ["\"a\"", "W/\"b\"", "c", "\"" + new string('x', 3000) + "\""]),
        ("Last-Modified", ["Tue, 24 Nov 2026 10:00:00 GMT", "yesterday", "Tue, 24 Nov 9999 10:00:00 GMT"]),
        ("Cache-Control", ["max-age=99999999999", "no-store", "max-age=-1", "max-age=\"60\", private"]),
        ("Retry-After", ["120", "-1", "99999999999999999999", "Tue, 24 Nov 9999 10:00:00 GMT"]),
        ("Expires", ["0", "Tue, 24 Nov 2026 10:00:00 GMT"]),
        ("Content-Encoding", ["identity", "utf-8", "none", "gzip", "br"]),
        ("Link", ["<http://127.0.0.1/hub>; rel=hub", "<>;;;", "<a>; rel=\"self\", <b>; rel=hub"]),
        ("Age", ["1", "x", "99999999999"]),
    ];
}
