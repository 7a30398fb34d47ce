using FeedHub.Syndication.Reasons;

namespace FeedHub.Storage.Writing;

/// <summary>
/// Times of trouble with the storage: each begins with a write that failed, and ends with a try that succeeds after a rest. The rests grow
/// where it fails again soon after it seemed well.
/// </summary>
public abstract class WatchedStorage(TimeProvider time) : IStorageHealth
{
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromMinutes(30);

    private readonly Lock _padlock = new();
    private Reason? _trouble;
    private StorageSpell? _spell;
    private TimeSpan _rest = FirstRest;
    private long _probeAt;
    private long _recoveredAt;

    /// <summary>What is wrong, for an admin; null while all is well.</summary>
    public Reason? Trouble
    {
        get
        {
            lock (_padlock)
                return _trouble;
        }
    }

    /// <summary>The last time of trouble since the start, or null.</summary>
    public StorageSpell? Spell
    {
        get
        {
            lock (_padlock)
                return _spell;
        }
    }

    /// <inheritdoc/>
    public abstract Reason? ReasonOf(Exception? error);

    /// <summary>Notes a write that failed; failures that are not the storage's are ignored.</summary>
    public void Report(Exception failure)
    {
        if (ReasonOf(failure) is not { } words)
            return;
        lock (_padlock)
        {
            // Should it fail again soon after it seemed well, the probe was too small: rest longer.
            if (_trouble is null)
                _rest = _recoveredAt != 0 && time.GetElapsedTime(_recoveredAt) < ForgottenAfter && _rest * 2 < LongestRest
                    ? _rest * 2
                    : FirstRest;
            _spell = _spell is { Until: null } ? _spell : new(time.GetUtcNow(), null, words);

            // A full disk shows in other ways too, as where a file cannot be made to grow: it stays what is said.
            _trouble = _trouble?.Code == ReasonCode.DiskFull ? _trouble : words;
            _probeAt = time.GetTimestamp();
        }
    }

    /// <summary>True if all is well, or well again: after a rest it is tried.</summary>
    public bool IsWell()
    {
        lock (_padlock)
        {
            if (_trouble is null)
                return true;
            if (time.GetElapsedTime(_probeAt) < _rest)
                return false;
            _probeAt = time.GetTimestamp();
            if (!CanWrite())
                return false;
            (_trouble, _recoveredAt, _spell) = (null, time.GetTimestamp(), _spell! with { Until = time.GetUtcNow() });
            return true;
        }
    }

    /// <summary>Tries whether something can be stored.</summary>
    protected abstract bool CanWrite();
}
