using System.Data.Common;
using FeedHub.Model.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>Gives a source to one poll at a time, inside the writer's transaction.</summary>
internal static class SourceLease
{
    /// <summary>Gives back all.</summary>
    internal const string Void = "UPDATE Sources SET LeaseUntil = NULL WHERE LeaseUntil IS NOT NULL";

    /// <summary>Gives these back.</summary>
    internal const string Back =
        "UPDATE Sources SET LeaseUntil = NULL, NextPollAt = coalesce(?2, NextPollAt) WHERE Id IN (SELECT value FROM json_each(?1))";

    /// <summary>Takes those that are free, and mostly due.</summary>
    internal static readonly string Claim = $"""
        UPDATE Sources SET LeaseUntil = ?3 WHERE Id IN (SELECT value FROM json_each(?1))
        AND (LeaseUntil IS NULL OR LeaseUntil <= ?2) AND (?4 OR (Enabled AND NextPollAt <= ?2)) RETURNING {StoredRow<Source>.Columns}
        """;

    /// <summary>Of these sources, as they stand, those that are free and (unless asked for by a person) enabled and due; in any
    /// order.</summary>
    public static List<Source> Acquire(
        WriteSession session, IEnumerable<long> sources, DateTimeOffset now, DateTimeOffset until, bool refresh) =>
        session.Query(Claim, StoredRow<Source>.Read, StoredJson.Write(sources), now, until, refresh);

    /// <summary>Gives every source back, due as before; of several nodes, those that no other polls.</summary>
    public static void ReturnAll(DbConnection database)
    {
        using var command = database.Command(Void);
        command.ExecuteNonQuery();
    }

    /// <summary>The same, where another node had the right to store before.</summary>
    public static int ReturnAll(WriteSession session) => session.Execute(Void);

    /// <summary>Gives them back; due again at <paramref name="nextPollAt"/>, or as before if null.</summary>
    public static int Return(WriteSession session, IEnumerable<long> sources, DateTimeOffset? nextPollAt) =>
        session.Execute(Back, StoredJson.Write(sources), nextPollAt);
}
