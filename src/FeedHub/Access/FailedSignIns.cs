using FeedHub.Model.Access;
using FeedHub.Storage.Statements.Audit;

namespace FeedHub.Access;

/// <summary>Writes failed attempts into the audit log, but not all that somebody cares to make.</summary>
public sealed class FailedSignIns(AuditLog audit, TimeProvider time)
{
    /// <summary>Entries an hour, of all clients together.</summary>
    internal const int MostAnHour = 60;

    private static readonly TimeSpan OncePerClient = TimeSpan.FromMinutes(10);

    private readonly Lock _padlock = new();
    private readonly Dictionary<string, DateTimeOffset> _noted = [];
    private DateTimeOffset _hour;
    private int _inHour;

    /// <summary>Writes it down, unless the client's last one is recent or the hour is full; the hour's last entry says so.</summary>
    public Task NoteAsync(HttpContext context, string what, string why)
    {
        // The same for many clients as for one: an attacker with many clients must not push the others out of the log.
        var client = AccessRules.ClientOf(context);
        if (Turn(client.Crowd ?? client.Key) is not { } left)
            return Task.CompletedTask;
        var words = left > 0 ? why : why + " More failed attempts are not listed for an hour.";
        return audit.AddAsync(
            new("somebody", null, context.Connection.RemoteIpAddress?.ToString()),
            AuditArea.Access,
            what,
            words,
            context.RequestAborted);
    }

    private int? Turn(string client)
    {
        var now = time.GetUtcNow();
        lock (_padlock)
        {
            if (now - _hour >= TimeSpan.FromHours(1))
                (_hour, _inHour) = (now, 0);
            if (_inHour >= MostAnHour || (_noted.TryGetValue(client, out var last) && now - last < OncePerClient))
                return null;
            foreach (var old in _noted.Where(n => now - n.Value >= OncePerClient).Select(n => n.Key).ToList())
                _noted.Remove(old);
            _noted[client] = now;
            return MostAnHour - ++_inHour;
        }
    }
}
