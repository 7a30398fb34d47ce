using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FeedHub.Polling;
using FeedHub.Sources;
using FeedHub.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FeedHub.Tests.Observability;

/// <summary>FeedHub's figures and traces, as Prometheus and OpenTelemetry get them.</summary>
[Collection(Alone.Name)]
public sealed partial class MetricsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Metrics_CountARealPoll_AndAreForAdmins()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        newsroom.Serve(
            "/a",
            Feeds.Rss("Alpha", new Written("g1", "https://a.example/1", "One"), new Written("g2", "https://a.example/2", "Two")));
        newsroom.Serve("/b", Feeds.Rss("Beta", new Written("g3", "https://a.example/1", "One")));
        newsroom.Answer("/c", StatusCodes.Status404NotFound);
        var file = Feeds.Json(
            Feeds.Source(newsroom.Url("/a"), "Alpha"),
            Feeds.Source(newsroom.Url("/b"), "Beta"),
            Feeds.Source(newsroom.Url("/c"), "Gamma"));
        await using var service = await TestService.StartAsync(_folder, file, settings: "--FeedHub:Admin:ApiKey=key");
        foreach (var source in new[] { "alpha", "beta", "gamma", "alpha" })
            await service.PollAsync(source);

        var figures = Read(await service.Client.GetStringAsync("/metrics"));
        Assert.Equal((2, 1, 1), (figures["feedhub_polls_total outcome=changed"], figures["feedhub_polls_total outcome=unchanged"], figures[
            "feedhub_polls_total outcome=failed"]));
        Assert.Equal(
            (3, 2, 1),
            (figures["feedhub_items_total kind=new"], figures["feedhub_stories_total"], figures["feedhub_merges_total"]));
        Assert.Equal((2, 1), (figures["feedhub_sources state=active"], figures["feedhub_sources state=failing"]));
        Assert.Equal(4, figures["feedhub_poll_duration_seconds_count"]);
        Assert.True(figures["feedhub_writer_batch_duration_seconds_count"] >= 4 && figures["feedhub_received_bytes_total"] > 500
            && figures["feedhub_saved_bytes_total"] > 300);
        Assert.Equal(0, figures["feedhub_writer_queue"]);

        foreach (var (header, value, expected) in new[]
        {
            ("X-Forwarded-For", "203.0.113.7", HttpStatusCode.Unauthorized), ("Host", "evil.example", HttpStatusCode.Unauthorized),
            ("Authorization", "Bearer wrong", HttpStatusCode.Unauthorized), ("Authorization", "Bearer key", HttpStatusCode.OK),
        })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
            request.Headers.TryAddWithoutValidation(header, value);
            Assert.Equal(expected, (await service.Client.SendAsync(request)).StatusCode);
        }
    }

    [Fact]
    public async Task WhereOtlpIsConfigured_FiguresAndTheTraceOfAPollArrive()
    {
        var received = new ConcurrentDictionary<string, string>();
        await using var collector = await FakeNewsroom.StartAsync();
        foreach (var signal in new[] { "/v1/metrics", "/v1/traces" })
        {
            collector.Answer(signal, async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                received.AddOrUpdate(
                    signal,
                    _ => Encoding.Latin1.GetString(body.ToArray()),
                    (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
                context.Response.ContentType = "application/x-protobuf";
            });
        }

        collector.Serve("/a", Feeds.Rss("Alpha", new Written("g1", "https://a.example/1", "One")));
        await using var service = await TestService.StartAsync(
            _folder, Feeds.Json(
                Feeds.Source(collector.Url("/a"), "Alpha")),
                    settings: [$"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.Address}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"]);
        var source = (await service.Services.GetRequiredService<SourceCatalogue>().FindAsync("alpha", CancellationToken.None))!;
        service.Services.GetRequiredService<PollQueue>().TryEnqueue(source.Id, TimeSpan.Zero);
        await TestService.UntilAsync(() => service.ItemsOf("/api/items"), items => items.Count == 1);
        service.Services.GetRequiredService<MeterProvider>().ForceFlush();
        var traces = await TestService.UntilAsync(
            () =>
            {
                service.Services.GetRequiredService<TracerProvider>().ForceFlush();
                return Task.FromResult(received.GetValueOrDefault("/v1/traces", ""));
            },
            seen => seen.Contains("job PollJob.RunAsync", StringComparison.Ordinal));
        Assert.All(
            new[] { "poll", "fetch", "read", "ingest", "feedhub.source", "alpha" },
            name => Assert.Contains(name, traces, StringComparison.Ordinal));
        Assert.Contains("feedhub.polls", received["/v1/metrics"], StringComparison.Ordinal);
        Assert.DoesNotContain("traceparent", collector.AskedFor("/a")[0].Headers.Keys, StringComparer.OrdinalIgnoreCase);
    }

    // The text format of Prometheus, strictly: a line is a comment of two kinds, or a name with labels and a value.
    private static Dictionary<string, double> Read(string text)
    {
        var figures = new Dictionary<string, double>();
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        foreach (var line in text.Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#' || !Comment().IsMatch(line) && line.Length > 0))
        {
            var sample = Sample().Match(line);
            Assert.True(sample.Success, line);
            var labels = Label().Matches(sample.Groups[2].Value).Select(m => (Name: m.Groups[1].Value, Value: m.Groups[2].Value))
                .Where(l => l.Name != "otel_scope_name" && l.Name != "le");
            figures[string.Join(' ', labels.Select(l => $"{l.Name}={l.Value}").Prepend(sample.Groups[1].Value))] = double.Parse(
                sample.Groups[3].Value,
                CultureInfo.InvariantCulture);
        }

        return figures;
    }

    [GeneratedRegex("^# (HELP [a-zA-Z_:][a-zA-Z0-9_:]* .*|TYPE [a-zA-Z_:][a-zA-Z0-9_:]* (counter|gauge|histogram|summary|untyped)|EOF)$")]
    private static partial Regex Comment();

    [GeneratedRegex("""^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{[^}]*\})? ([0-9.eE+-]+|NaN|[+-]Inf)( \d+)?$""")]
    private static partial Regex Sample();

    [GeneratedRegex("([a-zA-Z_][a-zA-Z0-9_]*)=\"([^\"]*)\"")]
    private static partial Regex Label();
}
