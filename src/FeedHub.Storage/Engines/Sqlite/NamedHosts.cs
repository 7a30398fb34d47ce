using FeedHub.Model.Sources;
using Microsoft.Data.Sqlite;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>
/// Names the host of each source that a version without <see cref="Source.Host"/> stored, before the database is served. SQL cannot do
/// it: a host outside ASCII is named as IDNA writes it.
/// </summary>
internal static class NamedHosts
{
    /// <summary>Does it for the sources that have none.</summary>
    public static void Name(SqliteConnection connection)
    {
        connection.CreateFunction("host_of", (string url) => SourceUrl.HostOf(url), isDeterministic: true);
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE Sources SET Host = host_of(Url) WHERE Host = ''";
        command.ExecuteNonQuery();
    }
}
