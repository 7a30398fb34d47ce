using FeedHub.Model.Access;

namespace FeedHub.Dashboard.Backup;

/// <summary>A backup that an admin wants to go back to: FeedHub stops, puts it in the database's place, and starts again.</summary>
public sealed class PendingRestore(IHostApplicationLifetime lifetime)
{
    /// <summary>Absolute path of the backup; null: nobody asked for one.</summary>
    public string? File { get; private set; }

    /// <summary>Who asked for it.</summary>
    public Actor? By { get; private set; }

    /// <summary>Asks for it; what is under way ends first.</summary>
    public void Begin(string file, Actor by)
    {
        (File, By) = (file, by);
        lifetime.StopApplication();
    }
}
