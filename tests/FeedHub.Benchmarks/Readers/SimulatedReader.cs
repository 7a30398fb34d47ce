using FeedHub.Model.Stories;

namespace FeedHub.Benchmarks.Readers;

/// <summary>A story as a feed shows it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Date">The entry's date, in seconds since 1970.</param>
internal readonly record struct Entry(long Id, long Date);

/// <summary>A program or a person that reads one address now and then.</summary>
/// <param name="Name">What it does, in words.</param>
/// <param name="Every">How often it reads.</param>
/// <param name="Filter">What its address says.</param>
/// <param name="GoesByDate">True: it remembers the newest date and passes over what is not newer. False: it remembers ids.</param>
internal sealed record SimulatedReader(string Name, TimeSpan Every, StoryFilter Filter, bool GoesByDate = false)
{
    private long _newest;

    /// <summary>It reads the page for people, which keeps places for quiet sources, rather than a feed.</summary>
    public bool IsOfPage { get; init; }

    /// <summary>The address of the only source that it reads; null: of all.</summary>
    public string? Source { get; init; }

    /// <summary>Stories that it noticed.</summary>
    public HashSet<long> Seen { get; } = [];

    /// <summary>Reads the first page.</summary>
    public void Read(IReadOnlyList<Entry> page)
    {
        Seen.UnionWith(page.Where(entry => !GoesByDate || entry.Date > _newest).Select(entry => entry.Id));
        _newest = Math.Max(_newest, page.Select(entry => entry.Date).DefaultIfEmpty().Max());
    }
}
