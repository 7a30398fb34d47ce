using System.Diagnostics;
using FeedHub.Model.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Nodes;

/// <summary>
/// Keeps what the owner has in memory here too, so that a take-over need not wait for it. It takes a bounded part of the time, and nothing
/// while nothing is stored.
/// </summary>
internal sealed partial class Standby(DatabaseWriter writer, INodes nodes, StoryChanges changes, ILogger<Standby> log) : BackgroundService
{
    private static readonly TimeSpan LeastRest = TimeSpan.FromSeconds(5);

    /// <summary>Rests so much longer than it works.</summary>
    private const int RestOfWork = 20;

    private bool _keepsUp;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var version = changes.Version;
            var began = Stopwatch.GetTimestamp();
            if (!nodes.IsOwner)
                await FollowAsync(stoppingToken);
            var rest = Stopwatch.GetElapsedTime(began) * RestOfWork;
            await Task.Delay(rest > LeastRest ? rest : LeastRest, stoppingToken);
            await changes.NextAsync(version, stoppingToken);
        }
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        try
        {
            await writer.FollowAsync(stopping);
            if (!_keepsUp)
                LogKeepsUp();
            _keepsUp = true;
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            _keepsUp = false;

            // That the server is away is said by the storage's health; a take-over reads all, if need be.
            LogFailed(error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "This node has in memory what the owner has, and keeps up with it.")]
    private partial void LogKeepsUp();

    [LoggerMessage(Level = LogLevel.Information, Message = "This node does not keep up with the owner's memory at the moment: {Words}")]
    private partial void LogFailed(string words);
}
