using FeedHub.Model.Settings;
using FeedHub.Storage.Engines.Sqlite;
using FeedHub.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SQLitePCL;

namespace FeedHub.Tests.Storage.Engines;

/// <summary>What is said of a data directory that cannot be written.</summary>
[Trait("Storage", "sqlite")]
public sealed class StorageHealthTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(raw.SQLITE_IOERR)]
    [InlineData(raw.SQLITE_CANTOPEN)]
    public void AFullDisk_StaysWhatIsSaid_WhereItShowsInOtherWaysToo(int code)
    {
        using var file = new DatabaseFile(Options.Create(new FeedHubOptions { DataDirectory = _folder.File("data") }));
        var health = new StorageHealth(file, new FakeTimeProvider());
        health.Report(new SqliteException("database or disk is full", raw.SQLITE_FULL));
        health.Report(new SqliteException("disk I/O error", code));

        Assert.Contains("is full", health.Trouble!.ToString(), StringComparison.Ordinal);
        Assert.False(health.IsWell());
    }

    [SmallDiskTheory]
    [InlineData(raw.SQLITE_IOERR)]
    [InlineData(raw.SQLITE_CANTOPEN)]
    public void AFullDisk_IsWhatIsSaid_WhereItShowsFirstAsAnIoError(int code)
    {
        using var disk = new SmallDisk(_folder.File("data"), 8);
        using var file = new DatabaseFile(Options.Create(new FeedHubOptions { DataDirectory = _folder.File("data") }));
        var health = new StorageHealth(file, new FakeTimeProvider());
        disk.Fill();
        health.Report(new SqliteException("disk I/O error", code));
        Assert.Contains("is full", health.Trouble!.ToString(), StringComparison.Ordinal);
    }

    [SmallDiskFact]
    public void AnIoError_IsNotCalledAFullDisk_WhereThereIsSpace()
    {
        using var disk = new SmallDisk(_folder.File("data"), 8);
        using var file = new DatabaseFile(Options.Create(new FeedHubOptions { DataDirectory = _folder.File("data") }));
        var health = new StorageHealth(file, new FakeTimeProvider());
        health.Report(new SqliteException("disk I/O error", raw.SQLITE_IOERR));
        Assert.DoesNotContain("is full", health.Trouble!.ToString(), StringComparison.Ordinal);
    }
}
