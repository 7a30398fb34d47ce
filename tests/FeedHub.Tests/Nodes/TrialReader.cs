using System.Text.Json;

namespace FeedHub.Tests.Nodes;

/// <summary>Reads page after page, of one node after the other, and notes what no reader should see.</summary>
internal sealed class TrialReader(TrialNodes nodes)
{
    private readonly bool[] _excused = new bool[nodes.Count];
    private readonly int[] _disturbed = new int[nodes.Count];
    private int _passes;
    private int _pages;

    /// <summary>What went wrong.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>How much was read.</summary>
    public string Words => $"{_passes} passes of {_pages} pages";

    /// <summary>From now on the node may fail.</summary>
    public void Excuse(int node)
    {
        Volatile.Write(ref _excused[node], true);
        Interlocked.Increment(ref _disturbed[node]);
    }

    /// <summary>From now on it may not.</summary>
    public void Expect(int node) => Volatile.Write(ref _excused[node], false);

    public async Task RunAsync(CancellationToken end)
    {
        for (var node = 0; !end.IsCancellationRequested; node = (node + 1) % nodes.Count)
        {
            if (!Volatile.Read(ref _excused[node]))
                await PassAsync(node);
            await Task.Delay(100, CancellationToken.None);
        }
    }

    private async Task PassAsync(int node)
    {
        var (before, seen) = (Volatile.Read(ref _disturbed[node]), new HashSet<string>());
        try
        {
            for (var address = "/api/stories?limit=25"; address is not null; _pages++)
                address = await PageAsync(node, address, seen);
            _passes++;
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException or JsonException or IOException)
        {
            if (before == Volatile.Read(ref _disturbed[node]))
                Wrong.Add($"{DateTime.UtcNow:HH:mm:ss} node {node}: {failed.Message}");
        }
    }

    private async Task<string?> PageAsync(int node, string address, HashSet<string> seen)
    {
        var page = await nodes.GetAsync(node, address);
        foreach (var story in page.GetProperty("items").EnumerateArray())
        {
            if (!seen.Add(story.GetProperty("id").ToString()))
                Wrong.Add($"node {node} shows story {story.GetProperty("id")} twice");
        }

        return page.GetProperty("next") is { ValueKind: JsonValueKind.String } next ? new Uri(next.GetString()!).PathAndQuery : null;
    }
}
