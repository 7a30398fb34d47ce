using FeedHub.Model.Settings;
using Microsoft.Extensions.Options;

namespace FeedHub.Serving.Sending;

/// <summary>
/// Who is connected, and what waits in memory for slow readers: both bounded. Where a bound is reached, who has waited longest for
/// its own other side makes room, of the client with the most places first; so nobody is refused because of others who never read.
/// </summary>
public sealed class ConnectionSlots(TimeProvider time, IOptions<FeedHubOptions> options)
{
    /// <summary>Most bytes of documents that wait for readers, each document counted once.</summary>
    internal const long MostHeld = 64 * 1024 * 1024;

    // From so many slow readers on, each has less in memory.
    private const int Many = 256;

    // A reader that has taken nothing for so long gives way where memory is short.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    // A body that comes for longer than this gives way where places are short.
    private static readonly TimeSpan LongBody = TimeSpan.FromSeconds(10);

    private readonly Lock _padlock = new();
    private readonly Dictionary<string, HashSet<ConnectionSlot>> _clients = [];
    private readonly HeldBytes _held = new();
    private int _count;

    /// <summary>Places in use.</summary>
    public int Count
    {
        get
        {
            lock (_padlock)
                return _count;
        }
    }

    /// <summary>Answers that wait for their readers.</summary>
    public int Stalled
    {
        get
        {
            lock (_padlock)
                return _held.Holders.Count;
        }
    }

    /// <summary>So many answers wait that each should take less memory.</summary>
    public bool HasManyStalled => Stalled > Many;

    /// <summary>Bytes of documents that wait for readers.</summary>
    public long Held
    {
        get
        {
            lock (_padlock)
                return _held.Total;
        }
    }

    /// <summary>A place for a new connection or request; null: all are taken by requests that are being answered.</summary>
    /// <param name="client">Who it is.</param>
    /// <param name="abort">Ends it at once; called where it has to make room.</param>
    internal ConnectionSlot? Enter(string client, Action abort)
    {
        var (place, most) = (new ConnectionSlot(client, abort) { Since = time.GetTimestamp() }, options.Value.Limits.Connections);
        ConnectionSlot? leaving = null;
        lock (_padlock)
        {
            if (most > 0 && _count >= most)
            {
                if ((leaving = Longest()) is null)
                    return null;
                Remove(leaving);
            }

            if (!_clients.TryGetValue(client, out var places))
                _clients[client] = places = [];
            places.Add(place);
            _count++;
        }

        leaving?.Abort();
        return place;
    }

    /// <summary>Ends all that wait for their other side: FeedHub stops, and readers that do not read would hold it up.</summary>
    internal void AbortWaiting()
    {
        List<ConnectionSlot> leaving;
        lock (_padlock)
        {
            leaving = [.. _clients.Values.SelectMany(places => places).Where(MayMakeRoom)];
            leaving.ForEach(Remove);
        }

        leaving.ForEach(place => place.Abort());
    }

    /// <summary>The connection or request has ended.</summary>
    internal void Leave(ConnectionSlot place)
    {
        lock (_padlock)
            Remove(place);
    }

    /// <summary>A request begins to be answered.</summary>
    internal void Begin(ConnectionSlot place, bool readsBody)
    {
        lock (_padlock)
            (place.Requests, place.Since, place.ReadsBody) = (place.Requests + 1, time.GetTimestamp(), readsBody);
    }

    /// <summary>A request was answered.</summary>
    internal void End(ConnectionSlot place)
    {
        lock (_padlock)
            (place.Requests, place.Since, place.ReadsBody) = (place.Requests - 1, time.GetTimestamp(), false);
    }

    /// <summary>The answer waits for its reader from now on.</summary>
    /// <param name="place">Of the reader.</param>
    /// <param name="what">What is held in memory for it; the same for all who read the same.</param>
    /// <param name="bytes">How much that is.</param>
    internal void Stall(ConnectionSlot place, object what, long bytes)
    {
        List<ConnectionSlot>? leaving = null;
        lock (_padlock)
        {
            if (place.IsGone)
                return;
            _held.Hold(place, what, bytes);
            (place.IsStalled, place.Since) = (true, time.GetTimestamp());
            while (_held.Total > MostHeld && Heaviest() is { } heavy)
            {
                Remove(heavy);
                (leaving ??= []).Add(heavy);
            }
        }

        leaving?.ForEach(l => l.Abort());
    }

    /// <summary>Whether there is memory for more answers; where there is not, those who have waited longest for the most are ended
    /// first.</summary>
    internal bool MakeRoom()
    {
        List<ConnectionSlot>? leaving = null;
        bool hasRoom;
        lock (_padlock)
        {
            while (_held.Total > MostHeld / 2 && Heaviest() is { } heavy)
            {
                Remove(heavy);
                (leaving ??= []).Add(heavy);
            }

            hasRoom = _held.Total <= MostHeld / 2;
        }

        leaving?.ForEach(l => l.Abort());
        return hasRoom;
    }

    /// <summary>What waits there, if anything, takes this much memory by now.</summary>
    internal void Weigh(ConnectionSlot place, long bytes)
    {
        lock (_padlock)
        {
            if (place.Held is not { } held)
                return;
            _held.Drop(place);
            _held.Hold(place, held.What, bytes);
        }
    }

    /// <summary>The reader has taken what waited.</summary>
    internal void Resume(ConnectionSlot place)
    {
        lock (_padlock)
        {
            _held.Drop(place);
            (place.IsStalled, place.Since) = (false, time.GetTimestamp());
        }
    }

    private void Remove(ConnectionSlot place)
    {
        if (place.IsGone)
            return;
        place.IsGone = true;
        _held.Drop(place);
        _count--;
        var places = _clients[place.Client];
        if (places.Remove(place) && places.Count == 0)
            _clients.Remove(place.Client);
    }

    private ConnectionSlot? Longest() => _clients.Values.OrderByDescending(places => places.Count)
        .Select(places => places.Where(MayMakeRoom).MinBy(place => place.Since)).FirstOrDefault(place => place is not null);

    private bool MayMakeRoom(ConnectionSlot place) => place.IsWaiting || (place.ReadsBody && time.GetElapsedTime(place.Since) > LongBody);

    private ConnectionSlot? Heaviest() => _held.Holders.Where(place => time.GetElapsedTime(place.Since) >= Slow)
        .MaxBy(place => _held.ShareOf(place) * time.GetElapsedTime(place.Since).TotalSeconds);
}
