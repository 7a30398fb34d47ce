namespace FeedHub.Publishing.Briefings;

/// <summary>Which new combinations of a client are kept: places are few, and a client that asks for many takes only its own.</summary>
public sealed class BriefingPlaces(TimeProvider time)
{
    /// <summary>New combinations of one client that are kept of a day (UTC): those that it asked for last.</summary>
    public const int MostOfClient = 10;

    // More clients a day than this have none kept until the next: their briefings are made each time.
    private const int MostClients = 10_000;

    private readonly Lock _changing = new();
    private readonly Dictionary<string, List<string>> _begun = new(StringComparer.Ordinal);

    // Who began a combination that nobody else has asked for.
    private readonly Dictionary<string, string> _only = new(StringComparer.Ordinal);
    private long _day;

    /// <summary>Whether a new combination is kept for the client, and which one of its own of today gives its place to it.</summary>
    /// <param name="client">Who asks: a key by which an address or a network is counted.</param>
    /// <param name="key">The combination.</param>
    /// <param name="gives">The one that the client has asked for least lately; null: none has to go.</param>
    public bool TryBegin(string client, string key, out string? gives)
    {
        lock (_changing)
        {
            gives = null;
            if (OfToday(client) is not { } begun)
                return false;
            begun.Remove(key);
            begun.Add(key);
            _only[key] = client;
            if (begun.Count > MostOfClient)
            {
                gives = begun[0];
                begun.RemoveAt(0);
                _only.Remove(gives);
            }

            return true;
        }
    }

    /// <summary>
    /// The client asks for the combination again: of its own it goes last, and what another client began is not that one's own any more.
    /// </summary>
    public void Touch(string client, string key)
    {
        lock (_changing)
        {
            if (!_only.TryGetValue(key, out var first) || !_begun[first].Remove(key))
                return;
            if (first == client)
                _begun[first].Add(key);
            else
                _only.Remove(key);
        }
    }

    private List<string>? OfToday(string client)
    {
        var day = time.GetUtcNow().UtcTicks / TimeSpan.TicksPerDay;
        if (_day != day)
        {
            _begun.Clear();
            _only.Clear();
        }

        _day = day;
        if (!_begun.TryGetValue(client, out var begun) && _begun.Count < MostClients)
            _begun.Add(client, begun = []);
        return begun;
    }
}
