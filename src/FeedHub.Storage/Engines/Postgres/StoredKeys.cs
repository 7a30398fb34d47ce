using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>The keys by which forms and sign-ins are sealed, in the database.</summary>
public sealed class StoredKeys(PostgresDatabase database) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = PostgresDatabase.Open(database.ReadingString);
        using var command = new NpgsqlCommand("SELECT xml FROM storedkeys ORDER BY name", connection);
        using var rows = command.ExecuteReader();
        var keys = new List<XElement>();
        while (rows.Read())
            keys.Add(XElement.Parse(rows.GetString(0)));
        return keys;
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = PostgresDatabase.Open(database.ReadingString);
        using var command = new NpgsqlCommand(
            "INSERT INTO storedkeys (name, xml) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET xml = excluded.xml", connection);
        command.Parameters.Add(new() { Value = friendlyName });
        command.Parameters.Add(new() { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }
}
