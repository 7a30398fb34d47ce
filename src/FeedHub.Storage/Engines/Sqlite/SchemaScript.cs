using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace FeedHub.Storage.Engines.Sqlite;

/// <summary>
/// What the migrations make of an empty database, as one script: <c>Migrations/Schema.sql</c>. A test compares the two, and writes the
/// script again where it is told to (docs/notes/start.md).
/// </summary>
internal static class SchemaScript
{
    // SQLite makes its own tables itself, and EF Core its lock.
    private const string Objects = """
        SELECT type, name, sql FROM sqlite_schema
        WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name <> '__EFMigrationsLock' ORDER BY rowid
        """;

    /// <summary>The script of this version.</summary>
    public static string Text { get; } = Load();

    /// <summary>The script that makes a database such as this one, with the rows that it has.</summary>
    public static string Of(SqliteConnection database)
    {
        var script = new StringBuilder();
        var objects = Rows(database, Objects);
        foreach (var made in objects)
            script.Append(made[2]).Append(";\n");
        foreach (var made in objects.Where(made => made[0] is "table"))
        {
            foreach (var row in Rows(database, $"SELECT * FROM \"{made[1]}\""))
                script.AppendJoin("", "INSERT INTO \"", made[1], "\" VALUES (", string.Join(", ", row.Select(Quoted)), ");\n");
        }

        return script.ToString();
    }

    private static string Quoted(object value) => value switch
    {
        long number => number.ToString(CultureInfo.InvariantCulture),
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        DBNull => "NULL",
        _ => throw new NotSupportedException($"No migration stores a {value.GetType()} yet."),
    };

    private static List<object[]> Rows(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var rows = new List<object[]>();
        while (row.Read())
        {
            var values = new object[row.FieldCount];
            row.GetValues(values);
            rows.Add(values);
        }

        return rows;
    }

    private static string Load()
    {
        using var stream = typeof(SchemaScript).Assembly.GetManifestResourceStream("FeedHub.Storage.Schema.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
