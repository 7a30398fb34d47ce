using FeedHub.Model.Sources;
using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FeedHub.Storage.Statements.Sources;

/// <summary>Gives a source to one poll at a time, inside the writer's transaction.</summary>
internal sealed class SourceLease
{
    private readonly StoredRow<Source> _row;
    private readonly string _take;

    /// <summary>Leases of sources as the model describes them.</summary>
    public SourceLease(IModel model)
    {
        _row = new(model);
        _take = $"""
            UPDATE Sources SET LeaseUntil = ?3 WHERE Id = ?1
            AND (LeaseUntil IS NULL OR LeaseUntil <= ?2) AND (?4 OR (Enabled AND NextPollAt <= ?2)) RETURNING {_row.Columns}
            """;
    }

    /// <summary>The source as it stands, if it is free and (unless asked for by a person) enabled and due; else null.</summary>
    public Source? Acquire(WriteSession session, long sourceId, DateTimeOffset now, DateTimeOffset until, bool refresh) =>
        session.Query(_take, _row.Read, sourceId, now, until, refresh).SingleOrDefault();

    /// <summary>Gives it back; due again at <paramref name="nextPollAt"/>, or as before if null.</summary>
    public static int Return(WriteSession session, long sourceId, DateTimeOffset? nextPollAt) => session.Execute(
        "UPDATE Sources SET LeaseUntil = NULL, NextPollAt = coalesce(?2, NextPollAt) WHERE Id = ?1", sourceId, nextPollAt);
}
