using System.Runtime.InteropServices;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Figures;

/// <summary>What the commands of one transaction add to <see cref="Counters"/> and <see cref="HourlyCounts"/>, written once.</summary>
internal sealed class GatheredCounts : IGathered
{
    private const string AddTotals = """
        INSERT INTO Counters (Name, Value) SELECT value ->> 0, CAST(value ->> 1 AS bigint) FROM json_each(?1) WHERE true
        ON CONFLICT (Name) DO UPDATE SET Value = Counters.Value + excluded.Value
        """;

    private const string AddHours = """
        INSERT INTO HourCounts (Hour, Name, Value) SELECT CAST(value ->> 0 AS bigint), value ->> 1, CAST(value ->> 2 AS bigint)
        FROM json_each(?1)
        WHERE true
        ON CONFLICT (Hour, Name) DO UPDATE SET Value = HourCounts.Value + excluded.Value
        """;

    private readonly Dictionary<string, long> _totals = new(StringComparer.Ordinal);
    private readonly Dictionary<(DateTimeOffset Hour, string Name), long> _hours = [];

    /// <summary>Adds to a total.</summary>
    public void Add(string name, long value)
    {
        if (value > 0)
            CollectionsMarshal.GetValueRefOrAddDefault(_totals, name, out _) += value;
    }

    /// <summary>Adds to a count of an hour.</summary>
    public void Add(DateTimeOffset hour, string name, long value)
    {
        if (value > 0)
            CollectionsMarshal.GetValueRefOrAddDefault(_hours, (hour, name), out _) += value;
    }

    /// <inheritdoc/>
    public void Write(WriteSession session)
    {
        if (_totals.Count > 0)
            session.Write(AddTotals, StoredJson.Write(_totals.Select(count => new object[] { count.Key, count.Value })));
        if (_hours.Count > 0)
            session.Write(AddHours, StoredJson.Write(
                _hours.Select(count => new object[] { count.Key.Hour.ToUnixTimeMilliseconds(), count.Key.Name, count.Value })));
        _totals.Clear();
        _hours.Clear();
    }
}
