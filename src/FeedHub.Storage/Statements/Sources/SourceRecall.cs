using System.Data.Common;
using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reading.Again;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>What is remembered of a source for the reading of its next document.</summary>
public static class SourceRecall
{
    private const string Sql = """
        SELECT s.Bytes, l.Items, l.Last FROM (SELECT $source AS Id) x
        LEFT JOIN SourceSentences s ON s.SourceId = x.Id LEFT JOIN Listings l ON l.SourceId = x.Id
        """;

    /// <summary>Its sentences as bytes, or null, and what its last document listed.</summary>
    public static async Task<(byte[]? Sentences, KnownListing Listing)> OfAsync(FeedHubDb db, long sourceId)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Sql;
        command.AddValue("$source", sourceId);
        using var row = command.ExecuteReader();
        row.Read();
        var listing = row.IsDBNull(1)
            ? KnownListing.Nothing
            : new(StoredJson.Read<List<long[]>>(row.GetString(1)), LastDocument.FromBytes(Bytes(row, 2)));
        return (Bytes(row, 0), listing);
    }

    private static byte[]? Bytes(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);
}
