using FeedHub.Model.Access;

namespace FeedHub.Auditing;

/// <summary>
/// A line of the log for each entry of the audit log: who did what. People's addresses, and values that may be somebody's words, stand in
/// the audit log alone. What a start does is told after its first line, many of one kind in one line.
/// </summary>
internal sealed partial class AuditLines(ILogger<AuditLines> log)
{
    private const int MostOfAKind = 5;

    private readonly Lock _lock = new();
    private List<AuditEntry>? _held;

    /// <summary>Keeps what is to be told until <see cref="Release"/>.</summary>
    public void Hold()
    {
        lock (_lock)
            _held ??= [];
    }

    /// <summary>Tells what was held, and from now on each entry at once.</summary>
    public void Release()
    {
        List<AuditEntry> held;
        lock (_lock)
            (held, _held) = (_held ?? [], null);
        foreach (var kind in held.GroupBy(entry => (entry.Who, entry.What)))
        {
            if (kind.Count() > MostOfAKind)
                LogMany(kind.Key.Who, kind.Key.What, kind.Count());
            else
                kind.ToList().ForEach(Log);
        }
    }

    /// <summary>Tells of an entry that is stored.</summary>
    public void Tell(AuditEntry entry)
    {
        lock (_lock)
        {
            if (_held is { } held)
            {
                held.Add(entry);
                return;
            }
        }

        Log(entry);
    }

    private void Log(AuditEntry entry) =>
        LogChanged(entry.Who, entry.What, entry.Target is { } target ? " " + target : "", Values(entry));

    private static string Values(AuditEntry entry) => entry.Area switch
    {
        AuditArea.Settings => string.Concat(
            entry.After.Select(after => $", {entry.Before.GetValueOrDefault(after.Key)} before, now {after.Value}")),
        AuditArea.Sources when entry.After.Count > 0 => $" ({string.Join(", ", entry.After.Keys)})",
        _ => "",
    };

    [LoggerMessage(EventName = "Changed", Level = LogLevel.Information, Message = "{Who}: {What}{Target}{Values}")]
    private partial void LogChanged(string who, string what, string target, string values);

    [LoggerMessage(EventName = "ChangedMany", Level = LogLevel.Information, Message = "{Who}: {What}, {Count} times")]
    private partial void LogMany(string who, string what, int count);
}
