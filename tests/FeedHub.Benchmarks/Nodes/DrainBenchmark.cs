using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FeedHub.Benchmarks.Speed;

namespace FeedHub.Benchmarks.Nodes;

/// <summary>
/// What the owner stores in a second of what others polled: another node polls, what it sends is held back, and then is there at once.
/// </summary>
internal static class DrainBenchmark
{
    private const int Rounds = 3;

    private const string Hold = """
        CREATE TABLE held AS SELECT * FROM sentpolls;
        CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO held SELECT NEW.*; RETURN NULL; END $$;
        CREATE TRIGGER hold BEFORE INSERT ON sentpolls FOR EACH ROW EXECUTE FUNCTION hold();
        """;

    private const string LetGo = """
        ALTER TABLE sentpolls DISABLE TRIGGER hold;
        UPDATE sources s SET leaseuntil = h.lease, leaserun = h.run FROM held h WHERE h.sourceid = s.id;
        INSERT INTO sentpolls (sourceid, host, run, poll, lease, version, format, at, bytes)
          SELECT sourceid, host, run, poll, lease, version, format, at, bytes FROM held ORDER BY id;
        TRUNCATE held;
        """;

    // The other node has the host, as if it were there already.
    private const string PolledByTheOther = """
        ALTER TABLE sentpolls ENABLE TRIGGER hold;
        INSERT INTO hostleases (host, run, until)
          SELECT s.host, max(n.run), max(feedhub_now()) + 600000 FROM sources s JOIN nodes n ON n.name = 'other' GROUP BY s.host
          ON CONFLICT (host) DO UPDATE SET run = excluded.run, until = excluded.until;
        UPDATE sources SET nextpollat = 0;
        """;

    private const string Session = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = "
        + "(SELECT oid FROM pg_database WHERE datname = current_database()) LIMIT 1";

    /// <summary>Prints the figures; returns the exit code.</summary>
    public static async Task<int> RunAsync(int sources, int items)
    {
        var folder = Directory.CreateTempSubdirectory("feedhub-bench-");
        try
        {
            await using var database = await NodeDatabase.CreateAsync();
            await using var publishers = await NewsPublishers.StartAsync(sources, items, isEmpty: true);
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "feeds.json"),
                JsonSerializer.Serialize(new { sources = publishers.Urls.Select(url => new { url, interval = "10:00:00" }) }));
            await using var owner = await MeasuredNode.StartAsync("owner", folder.FullName, database.Address);
            await database.UntilAsync($"SELECT count(*) = {sources} FROM sources WHERE lastsuccessat IS NOT NULL");
            await using var other = await MeasuredNode.StartAsync("other", folder.FullName, database.Address);
            await database.AskAsync<int>(Hold);
            for (var round = 1; round <= Rounds; round++)
                await RoundAsync(database, publishers, owner, items);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RoundAsync(NodeDatabase database, NewsPublishers publishers, MeasuredNode owner, int items)
    {
        var (sources, before) = (publishers.Urls.Count, await database.AskAsync<long>("SELECT count(*) FROM items"));
        publishers.Open(items);
        await database.AskAsync<int>(PolledByTheOther);
        await database.UntilAsync($"SELECT count(*) = {sources} FROM held");
        await owner.QuietAsync(TimeSpan.FromMinutes(2), share: 0.3);
        var session = await database.AskAsync<int>(Session);
        owner.Cpu();
        var (server, began) = (CpuOf(session), Stopwatch.GetTimestamp());
        await database.AskAsync<int>(LetGo);
        var let = Stopwatch.GetTimestamp();
        await database.UntilAsync("SELECT NOT EXISTS (SELECT 1 FROM sentpolls)");
        var took = Stopwatch.GetElapsedTime(let);
        var (cpu, stored) = (owner.Cpu(), await database.AskAsync<long>("SELECT count(*) FROM items") - before);
        Console.WriteLine(FormattableString.Invariant(
            $"{stored} items of {sources} polls in {took.TotalSeconds:F2} s: {stored / took.TotalSeconds:F0} items/s; {cpu.TotalMicroseconds / stored:F0} µs of the owner's CPU an item, {(CpuOf(session) - server).TotalMicroseconds / stored:F0} µs of its session's at the server; letting go took {Stopwatch.GetElapsedTime(began, let).TotalSeconds:F2} s; load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"));
    }

    // In hundredths of a second, as on every Linux of today.
    private static TimeSpan CpuOf(int process)
    {
        var fields = File.ReadAllText($"/proc/{process}/stat").Split(") ")[1].Split(' ');
        return TimeSpan.FromMilliseconds(
            10 * (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)));
    }
}
