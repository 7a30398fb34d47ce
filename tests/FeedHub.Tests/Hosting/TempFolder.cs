namespace FeedHub.Tests.Hosting;

/// <summary>A folder of a test's own, gone with it.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("feedhub-test-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file, in folders of its own if its name has some, and returns where it is.</summary>
    public string File(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File(name))!);
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    public void Dispose()
    {
        // Pooled connections would keep the files of this folder open; the pools of other tests refill by themselves.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        TestPostgres.Drop(this);
        Directory.Delete(Path, recursive: true);
    }
}
