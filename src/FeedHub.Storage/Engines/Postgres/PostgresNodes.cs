using FeedHub.Storage.Writing;
using Npgsql;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>
/// The nodes of a PostgreSQL database. A beat and the owner's lock are different sessions: a long transaction of the owner does not make
/// it look dead. Who gives no sign for <see cref="Patience"/> is ended by who waits (docs/notes/nodes.md).
/// </summary>
public sealed class PostgresNodes(PostgresDatabase database, TimeProvider time) : INodes, INodeWork
{
    /// <summary>Without a sign of life for so long a node is taken for gone.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The channel of <c>LISTEN</c>.</summary>
    internal const string Channel = "feedhub";

    /// <summary>Seconds that a beat waits for the server.</summary>
    private const int Timeout = 3;

    private readonly Lock _beating = new();
    private readonly ClockOffset _clock = new();
    private NodeSession? _session;
    private SignsOfLife? _signs;
    private volatile NodeLook? _look;

    /// <inheritdoc/>
    public NodeIdentity This => database.Node;

    /// <inheritdoc/>
    public bool IsOwner => database.IsOwner;

    /// <inheritdoc/>
    public bool HasOthers => _look?.HasOthers ?? false;

    /// <inheritdoc/>
    public TimeSpan OwnerAhead => !IsOwner && _look?.OwnerAhead is { } owners ? owners - _clock.Ahead : TimeSpan.Zero;

    /// <inheritdoc/>
    public long EditsMade => database.EditsMade;

    /// <inheritdoc/>
    public double QueueUsed => _look?.QueueUsed ?? 0;

    /// <inheritdoc/>
    public Action? Edited
    {
        set => database.WhenEdited = value;
    }

    /// <inheritdoc/>
    public NodeNews Beat(NodeReport own) => Run(session =>
    {
        EndSigns();
        GiveSign(session, own);
        return Follow(session);
    });

    /// <inheritdoc/>
    public NodeNews Look() => Run(Follow);

    /// <inheritdoc/>
    public void Tell(bool edits) => Run(session =>
    {
        session.Execute(NodeStatements.Tell, edits);
        return session.Execute($"NOTIFY {Channel}");
    });

    /// <inheritdoc/>
    public async Task ListenAsync(Action woken, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(database.DirectString);
        await connection.OpenAsync(cancellation);
        connection.Notification += (_, _) => woken();
        await using var listen = new NpgsqlCommand($"LISTEN {Channel}", connection);
        await listen.ExecuteNonQueryAsync(cancellation);

        // What was told before is not told again.
        woken();
        while (true)
            await connection.WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public void Leave() => Run(session =>
    {
        EndSigns();
        return session.Execute(NodeStatements.Leave, This.Run);
    });

    /// <inheritdoc/>
    public IReadOnlyList<NodeState> All(NodeReport own)
    {
        using var session = new NodeSession(database.ReadingString);
        return session.All(This.Run, Patience);
    }

    /// <inheritdoc/>
    public bool WasApplied(string feedsFile) => Run(session => session.Scalar(NodeStatements.WasApplied, feedsFile) is true);

    /// <inheritdoc/>
    public void Applied(string feedsFile) => Run(session => session.Execute(NodeStatements.Applied, feedsFile));

    /// <summary>Gives signs of life until somebody beats, or it leaves. Who is replaced meanwhile finds that; the right is not
    /// taken.</summary>
    internal void BeginSigns()
    {
        lock (_beating)
            _signs ??= new(Sign);
    }

    /// <summary>Whether a node that gives signs of life has the right to store.</summary>
    internal bool HasOwner() => All(NodeReport.None).Any(node => node.IsOwner);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_beating)
        {
            EndSigns();
            Close();
        }
    }

    private void Sign() => Run(session =>
    {
        if (_signs is null)
            return false;
        GiveSign(session, NodeReport.None);
        StepDownIfReplaced(Look(session));
        return true;
    });

    private void GiveSign(NodeSession session, NodeReport own) => _clock.Add(session.Beat(This, own, _clock.Ahead, time));

    private void EndSigns()
    {
        _signs?.Dispose();
        _signs = null;
    }

    private void StepDownIfReplaced(NodeLook look)
    {
        if (database.IsOwner && look.Epoch != database.Ownership.Epoch)
            database.Ownership.StepDown();
    }

    // The right is void when another took it; where nobody has it, or who has it gives no sign, it is taken.
    private NodeNews Follow(NodeSession session)
    {
        var look = Look(session);
        StepDownIfReplaced(look);
        if (!database.IsOwner && IsFree(session, look) && database.Ownership.TryClaim())
            look = Look(session);
        return new(database.IsOwner, look.Epoch, look.Shown, look.Edits, look.Asked, look.ToldAgo);
    }

    private NodeLook Look(NodeSession session) => _look = session.Look(This.Run, Patience);

    private static bool IsFree(NodeSession session, NodeLook look)
    {
        if (look.LockedBy is not { } holder)
            return true;

        // Who has said good-bye is about to let go of it.
        if (look is not { Owner: not null, OwnerRest: { } rest } || rest < Patience)
            return false;
        session.EndStalled(holder, look.Owner);
        return true;
    }

    private T Run<T>(Func<NodeSession, T> work)
    {
        lock (_beating)
        {
            try
            {
                return work(_session ??= new(new NpgsqlConnectionStringBuilder(database.DirectString)
                {
                    Timeout = Timeout, CommandTimeout = Timeout,
                }.ToString()));
            }
            catch
            {
                Close();
                database.Ended();
                throw;
            }
        }
    }

    private void Close()
    {
        _session?.Dispose();
        _session = null;
    }
}
