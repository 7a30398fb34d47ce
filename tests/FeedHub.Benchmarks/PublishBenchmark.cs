namespace FeedHub.Benchmarks;

/// <summary>The merged feed over many stories, as a process of its own, against Kestrel that serves the same bytes from memory.</summary>
internal static class PublishBenchmark
{
    private const string Path100 = "/feed.rss?limit=100";
    private const int Connections = 16;
    private const int Questions = 300;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(5);

    /// <summary>Runs it over a database that is gone afterwards, and prints the figures.</summary>
    public static async Task<int> RunAsync(int stories)
    {
        var folder = Directory.CreateTempSubdirectory("feedhub-bench-").FullName;
        try
        {
            return await RunAsync(stories, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Runs it over the database in this folder, which is made if it is not there, and stays.</summary>
    public static async Task<int> RunAsync(int stories, string folder)
    {
        var database = Path.Combine(Directory.CreateDirectory(folder).FullName, "data", "feedhub.db");
        if (!File.Exists(database))
            await StoryDatabase.WriteAsync(folder, stories);
        var indexing = await StoryDatabase.IndexAsync(folder);
        Print($"{stories} stories, {new FileInfo(database).Length / 1e6:F0} MB; search index {indexing.Time.TotalMicroseconds / stories:F0} µs a story, {indexing.Cpu.TotalMicroseconds / stories:F0} µs of CPU");
        await using var feedHub = await Served.StartAsync(typeof(FeedHub.Program), StoryDatabase.Settings(folder));
        await CompareAsync(feedHub, folder);
        await CompareOwnAsync(feedHub);
        await AskAsync("a filter never asked before", feedHub, Filters());
        await AskAsync("a search never asked before", feedHub, Searches());
        return 0;
    }

    /// <summary>Serves a file from memory: the least that serving a feed can cost.</summary>
    public static async Task<int> ServeAsync(string file, string etag)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/feed.rss", context =>
        {
            context.Response.Headers.ETag = etag;
            if (context.Request.Headers.IfNoneMatch == etag)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            (context.Response.ContentType, context.Response.ContentLength) = ("application/rss+xml; charset=utf-8", bytes.Length);
            return context.Response.Body.WriteAsync(bytes).AsTask();
        });
        await app.StartAsync();
        Console.WriteLine($"{app.Urls.First()}/feed.rss");
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task CompareAsync(Served feedHub, string folder)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(feedHub.Address, Path100));
        var file = Path.Combine(folder, "feed.rss");
        var etag = answer.Headers.ETag!.ToString();
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        await using var bare = await Served.StartAsync(typeof(PublishBenchmark), "serve-bytes", file, etag);
        foreach (var (what, headers, status) in (IEnumerable<(string, string, int)>)
            [($"newest 100 as RSS, {new FileInfo(file).Length / 1000} kB", "", 200), ("304", $"If-None-Match: {etag}\r\n", 304)])
        {
            // Turn about, so that what else runs on the machine meets both.
            var (ours, theirs) = (new List<LoadResult>(), new List<LoadResult>());
            var (cpu, bareCpu) = (TimeSpan.Zero, TimeSpan.Zero);
            for (var round = 0; round < 4; round++)
            {
                // The first round only warms up.
                (cpu, bareCpu) = round == 1 ? (feedHub.Cpu, bare.Cpu) : (cpu, bareCpu);
                var results = round == 0 ? (new List<LoadResult>(), new List<LoadResult>()) : (ours, theirs);
                results.Item1.Add(await Load.RepeatAsync(feedHub.Address, Path100, headers, status, Connections, Time));
                results.Item2.Add(await Load.RepeatAsync(bare.Address, Path100, headers, status, Connections, Time));
            }

            var ratio = ours.Average(r => r.PerSecond) / theirs.Average(r => r.PerSecond);
            Print($"{what}: {ours.Average(r => r.PerSecond):F0} requests/s, p99 {ours.Max(r => r.P99).TotalMilliseconds:F1} ms; from memory {theirs.Average(r => r.PerSecond):F0}/s, p99 {theirs.Max(r => r.P99).TotalMilliseconds:F1} ms; ratio {ratio:F2}; CPU {(feedHub.Cpu - cpu).TotalSeconds:F1} s against {(bare.Cpu - bareCpu).TotalSeconds:F1} s");
        }
    }

    // A feed of one's own that holds what the merged feed does: what its filter and the count of its readers cost beside it.
    private static async Task CompareOwnAsync(Served feedHub)
    {
        using var http = new HttpClient { BaseAddress = feedHub.Address };
        using var made = await http.PutAsJsonAsync("/api/feeds", new { feeds = new[] { new { slug = "own" } } });
        made.EnsureSuccessStatusCode();
        var (own, merged) = (new List<double>(), new List<double>());
        for (var round = 0; round < 5; round++)
        {
            foreach (var (path, rates) in new[] { ("/feeds/own.rss?limit=100", own), (Path100, merged) })
                rates.Add((await Load.RepeatAsync(feedHub.Address, path, "", 200, Connections, Time)).PerSecond);
        }

        // The first round only warms up.
        var (ours, theirs) = (own.Skip(1).Average(), merged.Skip(1).Average());
        Print($"a feed of one's own: {ours:F0} requests/s; the merged feed {theirs:F0}/s; ratio {ours / theirs:F2}");
    }

    private static async Task AskAsync(string what, Served feedHub, IEnumerable<string> paths)
    {
        var cpu = feedHub.Cpu;
        var result = await Load.EachAsync(feedHub.Address, paths);
        Print($"{what}: median {result.Median.TotalMilliseconds:F1} ms, p99 {result.P99.TotalMilliseconds:F1} ms, CPU {(feedHub.Cpu - cpu).TotalMilliseconds / Questions:F1} ms each");
    }

    // The louder sources, and their categories and languages: each asked for once.
    private static IEnumerable<string> Filters() => Enumerable.Range(0, Questions).Select(n => (n % 3) switch
    {
        0 => $"/feed.rss?source=source-{n / 3}",
        1 => $"/feed.atom?category=politics&category=sport&limit={20 + (n / 3)}",
        _ => $"/feed.json?category=health&language=id&limit={20 + (n / 3)}",
    });

    private static IEnumerable<string> Searches() => Enumerable.Range(0, Questions).Select(n =>
    {
        var words = StoryDatabase.Words;
        return "/feed.rss?q=" + Uri.EscapeDataString((n % 4) switch
        {
            0 => words[n * n / 20],
            1 => $"{words[n]} {words[n + 1]}",
            2 => $"{words[n + 100][..3]}* -{words[n]}",
            _ => $"\"{words[n / 4]} {words[(n / 4) + 1]}\" OR {words[n + 1000]}",
        });
    });

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
