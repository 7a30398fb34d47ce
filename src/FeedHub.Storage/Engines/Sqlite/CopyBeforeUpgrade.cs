using FeedHub.Storage.Files;
using Microsoft.Data.Sqlite;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>A copy of the database as the version before left it, beside it; where the upgrade fails, the copy takes its place
/// again.</summary>
internal sealed class CopyBeforeUpgrade(DatabaseFile file)
{
    /// <summary>The copy of the last upgrade; the one before it is overwritten.</summary>
    public string Path => file.Path + ".before-upgrade";

    /// <summary>Does the upgrade, with the copy made before.</summary>
    public async Task GuardAsync(Func<Task> upgrade)
    {
        Make();
        try
        {
            await upgrade();
        }
        catch
        {
            PutBack();
            throw;
        }
    }

    // Whole before it has the name: a copy that broke off is none.
    private void Make()
    {
        var making = Path + ".new";
        File.Delete(making);
        PrivateFiles.MakeFile(making);
        using (var connection = file.Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $path";
            command.Parameters.AddWithValue("$path", making);
            command.ExecuteNonQuery();
        }

        File.Move(making, Path, overwrite: true);
    }

    private void PutBack()
    {
        SqliteConnection.ClearAllPools();
        foreach (var beside in (string[])["-wal", "-shm", "-journal"])
            File.Delete(file.Path + beside);
        File.Copy(Path, file.Path, overwrite: true);
    }
}
