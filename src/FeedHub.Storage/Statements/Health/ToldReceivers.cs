using FeedHub.Model.Health;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Health;

/// <summary>How it stands with those that trouble is told to.</summary>
public static class ToldReceivers
{
    private const string Upsert = """
        INSERT INTO AlertReceivers (Name, ToldUntil, Failures, NextTryAt, Error) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (Name) DO UPDATE SET ToldUntil = excluded.ToldUntil, Failures = excluded.Failures,
          NextTryAt = excluded.NextTryAt, Error = excluded.Error
        """;

    /// <summary>The receiver of this name; null: it was never told.</summary>
    public static AlertReceiver? Find(ReadSessions database, string name) => database.Query(
        $"SELECT {StoredRow<AlertReceiver>.Columns} FROM AlertReceivers WHERE Name = ?1", StoredRow<AlertReceiver>.Read, name)
        .SingleOrDefault();

    /// <summary>Keeps how it stands.</summary>
    internal static bool Keep(WriteSession session, AlertReceiver receiver) => session.Execute(
        Upsert, receiver.Name, receiver.ToldUntil, receiver.Failures, receiver.NextTryAt, receiver.Error) == 1;
}
