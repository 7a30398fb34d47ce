using System.Threading.Channels;

namespace FeedHub.Storage;

/// <summary>
/// The one writer of polls: takes commands from a channel and runs each in a transaction of its own. One writer, because many at a
/// time are slower and meet "database is locked" (docs/notes/one-writer.md).
/// </summary>
public sealed class DatabaseWriter : BackgroundService
{
    private readonly Channel<Command> _commands = Channel.CreateBounded<Command>(new BoundedChannelOptions(1024) { SingleReader = true });
    private readonly DatabaseFile _file;

    /// <summary>A writer for this database.</summary>
    public DatabaseWriter(DatabaseFile file) => _file = file;

    /// <summary>
    /// Runs <paramref name="work"/> inside a transaction and returns once that is committed. What it throws undoes all of its
    /// changes, and is thrown here.
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
        await foreach (var command in _commands.Reader.ReadAllAsync(CancellationToken.None))
            command.Run(session);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _commands.Writer.TryComplete();
        if (ExecuteTask is { } running)
            await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    private abstract class Command
    {
        public abstract void Run(WriteSession session);
    }

    private sealed class Command<T>(Func<WriteSession, T> work) : Command
    {
        public TaskCompletionSource<T> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override void Run(WriteSession session)
        {
            try
            {
                session.Begin();
                var result = work(session);
                session.Commit();
                Completion.TrySetResult(result);
            }
            catch (Exception failure)
            {
                session.Rollback();
                Completion.TrySetException(failure);
            }
        }
    }
}
