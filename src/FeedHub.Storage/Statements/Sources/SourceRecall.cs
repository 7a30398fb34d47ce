using System.Data.Common;
using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reading.Again;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>What is remembered of a source for the reading of its next document.</summary>
public static class SourceRecall
{
    private const string Sql = """
        SELECT s.Bytes, l.Items, l.Last FROM (SELECT ?1 AS Id) x
        LEFT JOIN SourceSentences s ON s.SourceId = x.Id LEFT JOIN Listings l ON l.SourceId = x.Id
        """;

    /// <summary>Its sentences as bytes, or null, and what its last document listed.</summary>
    public static (byte[]? Sentences, KnownListing Listing) Of(ReadSessions database, long sourceId) =>
        database.Query(Sql, row => (Bytes(row, 0), ListingOf(row)), sourceId).Single();

    private static KnownListing ListingOf(DbDataReader row) => row.IsDBNull(1)
        ? KnownListing.Nothing
        : new(StoredPairs.Read(row.GetString(1)), LastDocument.FromBytes(Bytes(row, 2)));

    private static byte[]? Bytes(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);
}
