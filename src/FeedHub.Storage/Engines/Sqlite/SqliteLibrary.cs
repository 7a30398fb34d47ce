using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>Settings of SQLite that hold for the whole process.</summary>
internal static class SqliteLibrary
{
    // SQLITE_CONFIG_MEMSTATUS of sqlite3.h.
    private const int CountsMemory = 9;

    /// <summary>Has it not count the memory that it takes: nobody asks for the sum, and each time it took a lock that all connections
    /// share. Once a connection was open it stays as it is.</summary>
    public static void Configure()
    {
        // It loads the library.
        RuntimeHelpers.RunClassConstructor(typeof(SqliteConnection).TypeHandle);
        _ = raw.sqlite3_config(CountsMemory, 0);
    }
}
