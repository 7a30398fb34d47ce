using System.Security.Cryptography;
using System.Text;
using FeedHub.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Publishing.Selection;

/// <summary>
/// Tells from a few columns whether a page would show anything else than before. Whoever changes what an entry shows sets its
/// story's <c>ChangedAt</c>.
/// </summary>
public sealed class Fingerprints(IDbContextFactory<FeedHubDb> databases, SourceViews views, FeedTitles titles)
{
    private const string Sql = """
        SELECT s.Id, s.ChangedAt, s.UpdatedAt, s.LeadItemId, i.Id, i.ChangedAt, i.ContentHash
        FROM json_each($ids) j CROSS JOIN Stories s ON s.Id = j.value JOIN Items i ON i.StoryId = s.Id ORDER BY j.key, i.Id
        """;

    /// <summary>Equal for pages that show the same.</summary>
    public async Task<string> OfAsync(ChosenPage page, CancellationToken cancellation)
    {
        var shown = new StringBuilder();
        shown.AppendJoin('\n', page.Next, titles.Title, titles.Description, (await views.GetAsync(cancellation)).Look);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Sql;
        command.AddValue("$ids", StoredJson.Write(page.Places.Select(place => place.Id)));
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            shown.Append('\n');
            for (var column = 0; column < reader.FieldCount; column++)
                shown.Append(reader.GetInt64(column)).Append(' ');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown.ToString())));
    }
}
