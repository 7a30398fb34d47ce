using System.Threading.Channels;

namespace FeedHub.Storage;

/// <summary>
/// The one writer of polls: takes commands from a channel and runs those that wait together in one transaction. One
/// writer, because many at a time are slower and meet "database is locked" (docs/notes/one-writer.md).
/// </summary>
public sealed class DatabaseWriter : BackgroundService
{
    /// <summary>Commands run in one transaction at most, so that the first does not wait for an endless stream.</summary>
    private const int MaxBatch = 64;

    private readonly Channel<Command> _commands = Channel.CreateBounded<Command>(new BoundedChannelOptions(1024) { SingleReader = true });
    private readonly DatabaseFile _file;

    /// <summary>A writer for this database.</summary>
    public DatabaseWriter(DatabaseFile file) => _file = file;

    /// <summary>
    /// Runs <paramref name="work"/> inside a transaction and returns once that is committed. What it throws undoes its own
    /// changes only, and is thrown here.
    /// </summary>
    public async Task<T> RunAsync<T>(Func<WriteSession, T> work, CancellationToken cancellation)
    {
        var command = new Command<T>(work);
        await _commands.Writer.WriteAsync(command, cancellation);
        return await command.Completion.Task.WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Commands taken before the stop are finished: nothing that was read is lost.
        await Task.Yield();
        using var session = new WriteSession(_file.Open());
        var batch = new List<Command>(MaxBatch);
        while (await _commands.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < MaxBatch && _commands.Reader.TryRead(out var command))
                batch.Add(command);
            Run(session, batch);
            batch.Clear();
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _commands.Writer.TryComplete();
        if (ExecuteTask is { } running)
            await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    private static void Run(WriteSession session, List<Command> batch)
    {
        try
        {
            session.Begin();
            foreach (var command in batch)
                command.Run(session);
            session.Commit();
        }
        catch (Exception failure)
        {
            session.Rollback();
            foreach (var command in batch)
                command.Fail(failure);
            return;
        }

        foreach (var command in batch)
            command.Finish();
    }

    private abstract class Command
    {
        public abstract void Run(WriteSession session);

        public abstract void Fail(Exception failure);

        public abstract void Finish();
    }

    private sealed class Command<T>(Func<WriteSession, T> work) : Command
    {
        private T? _result;
        private Exception? _failure;

        public TaskCompletionSource<T> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override void Run(WriteSession session)
        {
            session.Execute("SAVEPOINT command");
            try
            {
                _result = work(session);
                session.Execute("RELEASE command");
            }
            catch (Exception failure) when (session.InTransaction)
            {
                // One command's failure must not cost the others of its batch; its caller gets the exception.
                session.Execute("ROLLBACK TO command");
                session.Execute("RELEASE command");
                _failure = failure;
            }
        }

        public override void Fail(Exception failure) => Completion.TrySetException(_failure ?? failure);

        public override void Finish()
        {
            if (_failure is null)
                Completion.TrySetResult(_result!);
            else
                Completion.TrySetException(_failure);
        }
    }
}
