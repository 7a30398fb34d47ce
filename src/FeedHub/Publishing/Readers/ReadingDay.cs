using System.Security.Cryptography;
using System.Text;
using FeedHub.Model.OwnFeeds;

namespace FeedHub.Publishing.Readers;

/// <summary>One day's readers of all feeds. Not for several threads at once.</summary>
/// <param name="begin">The day in UTC, at its beginning.</param>
internal sealed class ReadingDay(DateTimeOffset begin)
{
    private const int MostClients = 200_000;
    private const int SaltBytes = 16;

    // Of this day and this process alone: nobody can tell afterwards whose a hash was, nor find one client on two days.
    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(SaltBytes);
    private readonly Dictionary<(string Path, string Program), Row> _rows = [];
    private readonly Dictionary<string, int> _programs = [];
    private int _clients;

    /// <summary>The day in UTC, at its beginning.</summary>
    public DateTimeOffset Begin => begin;

    /// <summary>The beginning of the day of an instant, in UTC.</summary>
    public static DateTimeOffset BeginOf(DateTimeOffset instant) => new(instant.UtcDateTime.Date, TimeSpan.Zero);

    /// <summary>The row of a program; that of the others where a feed has too many; null where there are too many in all.</summary>
    public Row? RowOf(string path, string program, int mostPrograms, int mostRows)
    {
        if (_rows.TryGetValue((path, program), out var row))
            return row;
        var programs = _programs.GetValueOrDefault(path);
        if (programs >= mostPrograms && program != ReadingProgram.Others)
            return RowOf(path, ReadingProgram.Others, mostPrograms, mostRows);
        if (_rows.Count >= mostRows)
            return null;
        _programs[path] = programs + 1;
        return _rows[(path, program)] = new(this);
    }

    /// <summary>What stands for a client on this day.</summary>
    public long Hash(string client)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. _salt, .. Encoding.UTF8.GetBytes(client)], hash);
        return BitConverter.ToInt64(hash);
    }

    /// <summary>The rows that changed since they were last taken.</summary>
    public List<Readership> TakeChanged() => [.. _rows.Where(row => row.Value.TakeChange()).Select(row => row.Value.Of(begin, row.Key))];

    /// <summary>The readers of one feed by one kind of program.</summary>
    internal sealed class Row(ReadingDay day)
    {
        private const int MostClientsOfRow = 20_000;
        private const int MostQueries = 50;

        private readonly HashSet<long> _clients = [];
        private readonly Dictionary<string, long> _stated = [];
        private DateTimeOffset _lastAt;
        private bool _isChanged;

        /// <summary>A request came.</summary>
        public void Count(long? subscribers, string query, long client, DateTimeOffset now)
        {
            (_lastAt, _isChanged) = (now, true);
            if (subscribers is not { } stated)
                CountClient(client);
            else if (_stated.ContainsKey(query) || _stated.Count < MostQueries)
                _stated[query] = stated;
        }

        /// <summary>Whether any came since this was last asked.</summary>
        public bool TakeChange()
        {
            var changed = _isChanged;
            _isChanged = false;
            return changed;
        }

        /// <summary>The row to store. A program that states numbers states them for each selection of a feed by itself.</summary>
        public Readership Of(DateTimeOffset begin, (string Path, string Program) key) => new()
        {
            Day = begin,
            Path = key.Path,
            Agent = key.Program,
            Stated = _stated.Count > 0,
            Readers = _stated.Count > 0 ? _stated.Values.Sum() : _clients.Count,
            LastAt = _lastAt,
        };

        private void CountClient(long client)
        {
            if (_clients.Count < MostClientsOfRow && day._clients < MostClients && _clients.Add(client))
                day._clients++;
        }
    }
}
