using FeedHub.Model.Settings;
using FeedHub.Polling;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Writing;
using Microsoft.Extensions.Options;

namespace FeedHub.Sources;

/// <summary>Keeps the sources in step with feeds.json: at start, and whenever the file changes.</summary>
public sealed partial class FeedsFileSync(
    IOptions<FeedHubOptions> options,
    FeedsFileApplication application,
    ReadSessions database,
    PollTrigger polling,
    INodes nodes,
    TimeProvider time,
    ILogger<FeedsFileSync> log,
    ILoggerFactory loggers) : IAsyncDisposable
{
    private FeedsFileWatcher? _watcher;
    private FeedsFile? _applied;
    private FeedsFileResult _read = new(null, []);

    /// <summary>What is wrong with the file now, a line per error; empty while all is well. The dashboard shows it.</summary>
    public IReadOnlyList<string> Errors => Lines(_read);

    /// <summary>The sources that rules of the file in force name and that there are not, a line each.</summary>
    public IReadOnlyList<string> UnknownSources => _applied is not { RuleSources.Count: > 0 } file
        ? []
        : [.. RuleSourceNames.Unknown(file, [.. DeclaredRows.SourceIds(database)]).Select(unknown => Line(unknown.Named, unknown.Message))];

    /// <summary>Where the file is, or null before it was found.</summary>
    public string? Path { get; private set; }

    /// <summary>Hash of the file as it was last read, or null.</summary>
    public string? Hash => _watcher?.Hash;

    /// <summary>Reads the file at start.</summary>
    /// <exception cref="StartException">There is none, or it has errors.</exception>
    public FeedsFile Load()
    {
        var location = FeedsFileLocator.Locate(options.Value.FeedsFile, Directory.GetCurrentDirectory());
        Path = location.Path ?? throw new StartException(location.Error!);
        _watcher = new FeedsFileWatcher(
            Path, ChangeAsync, time, loggers.CreateLogger<FeedsFileWatcher>(),
            clientHeaders: options.Value.Polling.AllowClientHeaders);
        var result = _watcher.Load();
        return result.File ?? throw new StartException(string.Join(Environment.NewLine, Lines(result)));
    }

    /// <summary>Applies the file.</summary>
    public async Task<Applied> ApplyAsync(FeedsFile file)
    {
        var applied = await application.ApplyAsync(file);
        _applied = file;
        if (UnknownSources is { Count: > 0 } unknown)
            LogUnknown(string.Join(Environment.NewLine, unknown));
        if (Hash is { } hash)
            nodes.Applied(hash);
        return applied;
    }

    /// <summary>Applies the file as it stands now, on a node that stores from now on, unless it was applied before; where it has errors,
    /// nothing is changed.</summary>
    public async Task BeginAsOwnerAsync()
    {
        if (_watcher is null)
            return;
        var read = _watcher.Load();
        if (Hash is { } hash && nodes.WasApplied(hash))
            _read = read;
        else
            await ChangeAsync(read);
    }

    /// <summary>Watches the file from now on.</summary>
    public void Watch() => _watcher?.Start();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _watcher?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task ChangeAsync(FeedsFileResult result)
    {
        _read = result;

        // Of several nodes the one that stores goes by its file.
        if (!nodes.IsOwner)
            return;
        if (result.File is not { } file)
        {
            LogErrors(string.Join(Environment.NewLine, Errors));
            return;
        }

        LogApplied(Path!, await ApplyAsync(file));
        polling.DispatchNow();
    }

    private List<string> Lines(FeedsFileResult result) => [.. result.Errors.Select(e => $"{Path}:{e.Line}:{e.Column}: {e.Message}")];

    private string Line(RuleSource named, string message) =>
        FormattableString.Invariant($"{Path}:{named.Line}:{named.Column}: {message}");

    [LoggerMessage(Level = LogLevel.Error, Message = "FeedHub keeps running on the sources it had:\n{Errors}")]
    private partial void LogErrors(string errors);

    [LoggerMessage(
        Level = LogLevel.Error, Message = "Rules hold only for the sources that there are; all else of the file is in force:\n{Errors}")]
    private partial void LogUnknown(string errors);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Path} was applied: {Applied}")]
    private partial void LogApplied(string path, Applied applied);
}
