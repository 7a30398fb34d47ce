using FeedHub.Fetching;
using FeedHub.Model.Sources;
using FeedHub.Model.Words;

namespace FeedHub.Discovering;

/// <summary>
/// What was downloaded and found a short time ago, so that adding a source after a preview makes no second request. In memory, since
/// it is only ever a saving: what is forgotten is asked for again.
/// </summary>
public sealed class Downloads(TimeProvider time)
{
    /// <summary>How long they are kept: an older body would hide what came since.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>Bytes of bodies at most; the oldest go first.</summary>
    private const long MostBytes = 32L * 1024 * 1024;
    private const int MostEntries = 100;
    private static readonly TimeSpan FailureKept = TimeSpan.FromMinutes(1);

    private readonly Lock _padlock = new();
    private readonly LinkedList<Entry> _entries = [];

    /// <summary>Keeps what came from an address.</summary>
    public void Keep(string url, Download download) => Keep(new Entry(SourceUrl.Key(url), time.GetTimestamp(), download, null));

    /// <summary>Keeps what was found at an address, which is told in the language of who asked.</summary>
    public void Keep(Findings findings) => Keep(new Entry(KeyOfFindings(findings.Url), time.GetTimestamp(), null, findings));

    /// <summary>What came from an address, taken out; or null. A failure is not news for long.</summary>
    public Download? Remove(string url)
    {
        lock (_padlock)
        {
            if (Find(SourceUrl.Key(url), e => e.Download is not null) is not { } entry)
                return null;
            _entries.Remove(entry);
            return entry.Download!.Fetched.Outcome == FetchOutcome.Fetched || time.GetElapsedTime(entry.Since) < FailureKept
                ? entry.Download
                : null;
        }
    }

    /// <summary>What came from an address, or null.</summary>
    public Download? Peek(string url)
    {
        lock (_padlock)
            return Find(SourceUrl.Key(url), e => e.Download is not null)?.Download;
    }

    /// <summary>What was found at an address for somebody of the same language, or null.</summary>
    public Findings? Recall(string url)
    {
        lock (_padlock)
            return Find(KeyOfFindings(url), e => e.Findings is not null)?.Findings;
    }

    private static string KeyOfFindings(string url) => $"{Spoken.Language.Tag} {SourceUrl.Key(url)}";

    private void Keep(Entry entry)
    {
        lock (_padlock)
        {
            if (Find(entry.Key, e => e.Download is null == entry.Download is null) is { } before)
                _entries.Remove(before);
            _entries.AddLast(entry);
            while (_entries.Count > MostEntries || _entries.Sum(e => e.Bytes) > MostBytes)
                _entries.RemoveFirst();
        }
    }

    private Entry? Find(string key, Func<Entry, bool> isIt)
    {
        while (_entries.First is { } oldest && time.GetElapsedTime(oldest.Value.Since) > Kept)
            _entries.RemoveFirst();
        return _entries.FirstOrDefault(e => e.Key == key && isIt(e));
    }

    private sealed record Entry(string Key, long Since, Download? Download, Findings? Findings)
    {
        public long Bytes => Download?.Fetched.Body.Length ?? 0;
    }
}
