using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace FeedHub.Storage.Writing;

/// <summary>
/// The one writer of polls: takes commands from a channel and runs those that wait together in one transaction. One writer, because
/// many at a time are slower and meet "database is locked" (docs/notes/one-writer.md).
/// </summary>
public sealed class DatabaseWriter : BackgroundService
{
    /// <summary>With so many commands a transaction takes no further ones, so that the first does not wait for an endless stream.</summary>
    private const int MaxBatch = 32;

    /// <summary>From one transaction to the next of a wave it is not longer than this.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Channel<IReadOnlyList<Command>> _commands =
        Channel.CreateBounded<IReadOnlyList<Command>>(new BoundedChannelOptions(1024) { SingleReader = true });

    private readonly IWriterEngine _engine;
    private readonly IWriterMemory _memory;
    private readonly IStorageHealth _health;
    private readonly IWriterWatch _watch;
    private WriteSession? _session;
    private TaskCompletionSource? _following;
    private bool _isRecalled;
    private long _hands;
    private long _wroteAt;
    private long _pausedAt;
    private long _waveBegan;
    private bool _isWriting;

    /// <summary>A writer for this database, with what its commands keep in memory.</summary>
    public DatabaseWriter(IWriterEngine engine, IWriterMemory memory, IStorageHealth health, IWriterWatch watch) =>
        (_engine, _memory, _health, _watch) = (engine, memory, health, watch);

    /// <summary>Commands that wait.</summary>
    public int Waiting => _commands.Reader.Count;

    /// <summary>How long nothing was written.</summary>
    public TimeSpan Rest => Stopwatch.GetElapsedTime(Volatile.Read(ref _wroteAt));

    /// <summary>For how long one transaction has followed the other; zero: none does.</summary>
    public TimeSpan Wave => Volatile.Read(ref _isWriting) || Stopwatch.GetElapsedTime(Volatile.Read(ref _pausedAt)) < Pause
        ? Stopwatch.GetElapsedTime(Volatile.Read(ref _waveBegan))
        : TimeSpan.Zero;

    /// <summary>
    /// Runs <paramref name="work"/> inside a transaction and returns once that is committed. What it throws undoes all of its
    /// changes, and is thrown here. It may be run a second time, if another of the same transaction failed.
    /// </summary>
    /// <exception cref="OperationCanceledException">
    /// It was cancelled before it began, and is not done. Once it has begun, its outcome is waited for.
    /// </exception>
    public async Task<T> RunAsync<T>(Func<WriteSession, T> work, CancellationToken cancellation)
    {
        var command = new Command<T>(work);
        await _commands.Writer.WriteAsync([command], cancellation);
        await using var withdrawing = cancellation.Register(() => command.Withdraw(cancellation));
        return await command.Completion.Task;
    }

    /// <summary>Runs each of these as <see cref="RunAsync"/> does, all in one transaction; where one of them fails, each by
    /// itself.</summary>
    /// <returns>What becomes of each, in their order.</returns>
    public async Task<IReadOnlyList<Task<T>>> RunTogetherAsync<T>(IEnumerable<Func<WriteSession, T>> works)
    {
        List<Command<T>> commands = [.. works.Select(work => new Command<T>(work))];
        await _commands.Writer.WriteAsync(commands, CancellationToken.None);
        return [.. commands.Select(command => command.Completion.Task)];
    }

    /// <summary>Brings what the commands keep in memory up to what another node has stored; does nothing where this node
    /// stores.</summary>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        var following = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        following = Interlocked.CompareExchange(ref _following, following, null) ?? following;
        await _commands.Writer.WriteAsync([], cancellation);
        await following.Task;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Commands taken before the stop are finished: nothing that was read is lost.
        await Task.Yield();
        var batch = new List<Command>(MaxBatch);
        while (await _commands.Reader.WaitToReadAsync(CancellationToken.None))
        {
            BeginWave();
            while (batch.Count < MaxBatch && _commands.Reader.TryRead(out var commands))
                batch.AddRange(commands.Where(command => command.TryBegin()));
            if (Interlocked.Exchange(ref _following, null) is { } following)
                Follow(following);

            if (batch.Count > 0 && !TryRunTogether(batch) && batch.Count > 1)
                batch.ForEach(command => TryRunTogether([command]));
            batch.Clear();
            EndWave();
        }

        _session?.Dispose();
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _commands.Writer.TryComplete();
        if (ExecuteTask is { } running)
            await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    private void BeginWave()
    {
        if (Stopwatch.GetElapsedTime(_pausedAt) >= Pause)
            Volatile.Write(ref _waveBegan, Stopwatch.GetTimestamp());
        Volatile.Write(ref _isWriting, true);
    }

    private void EndWave()
    {
        Volatile.Write(ref _pausedAt, Stopwatch.GetTimestamp());
        Volatile.Write(ref _isWriting, false);
    }

    // A command alone keeps its failure; of several, nobody knows whose it is until each has run by itself.
    private bool TryRunTogether(List<Command> commands)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            if (_session is { IsLost: true })
                GiveUp();
            var session = _session ??= Open();
            session.Begin();
            commands.ForEach(command => command.Run(session));
            session.Commit();
            _memory.Commit();
            _watch.Wrote(began);
            Volatile.Write(ref _wroteAt, Stopwatch.GetTimestamp());
            commands.ForEach(command => command.Succeed());
            return true;
        }
        catch (Exception failure)
        {
            Undo();
            _health.Report(failure);
            if (commands is [var alone])
                alone.Fail(failure);
            return false;
        }
    }

    // A connection given up on undid its last commands: so does the memory.
    private WriteSession Open()
    {
        var session = new WriteSession(_engine);
        try
        {
            // Where others stored meanwhile, all of the memory is void.
            (_isRecalled, _hands) = (_isRecalled && _hands == _engine.Hands, _engine.Hands);
            if (_isRecalled)
                _memory.Rollback(session);
            else
                _memory.Load(session);
        }
        catch
        {
            session.Dispose();
            throw;
        }

        _isRecalled = true;
        return session;
    }

    // Where even that fails, as on a broken disk, the connection is given up: SQLite undoes the rest when the file is opened again,
    // and the memory is filled again. This holds for any failure: a writer that ends would leave all that wait without an answer.
    private void Undo()
    {
        try
        {
            if (_session is null)
                return;
            if (_session.IsLost)
            {
                GiveUp();
                return;
            }

            _session.Rollback();
            _memory.Rollback(_session);
        }
        catch (Exception failure)
        {
            _health.Report(failure);
            GiveUp();
        }
    }

    // Between two transactions, by a connection of its own, which stores nothing.
    private void Follow(TaskCompletionSource following)
    {
        try
        {
            if (_engine.StandsBy)
            {
                GiveUp();
                _isRecalled = false;
                using var session = new WriteSession(_engine, _engine.OpenForEditing());
                _memory.Follow(session, () => _engine.StandsBy);
            }

            following.TrySetResult();
        }
        catch (Exception failure)
        {
            following.TrySetException(failure);
        }
    }

    private void GiveUp()
    {
        _session?.Dispose();
        _session = null;
    }

    private abstract class Command
    {
        private const int Waiting = 0;
        private const int Begun = 1;
        private const int Withdrawn = 2;

        private int _state = Waiting;

        // The writer has it from now on, unless its caller has withdrawn it.
        public bool TryBegin() => Interlocked.CompareExchange(ref _state, Begun, Waiting) == Waiting;

        // Its caller does not want it any more, unless the writer has it already.
        public void Withdraw(CancellationToken cancellation)
        {
            if (Interlocked.CompareExchange(ref _state, Withdrawn, Waiting) == Waiting)
                Cancel(cancellation);
        }

        public abstract void Run(WriteSession session);

        public abstract void Succeed();

        public abstract void Fail(Exception failure);

        protected abstract void Cancel(CancellationToken cancellation);
    }

    private sealed class Command<T>(Func<WriteSession, T> work) : Command
    {
        private readonly long? _asked = AskedRequest.Current;
        private T? _result;

        public TaskCompletionSource<T> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override void Run(WriteSession session)
        {
            session.Mark(_asked);
            _result = work(session);
        }

        public override void Succeed() => Completion.TrySetResult(_result!);

        public override void Fail(Exception failure) => Completion.TrySetException(failure);

        protected override void Cancel(CancellationToken cancellation) => Completion.TrySetCanceled(cancellation);
    }
}
