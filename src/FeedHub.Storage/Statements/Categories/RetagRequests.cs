using FeedHub.Model.Categories;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Categories;

/// <summary>The walks over the stored items that were asked for.</summary>
internal static class RetagRequests
{
    private const int Kept = 20;

    private const string LastHashOf = "SELECT Fingerprint FROM Retags WHERE Fingerprint IS NOT NULL ORDER BY Id DESC LIMIT 1";
    private const string Waiting = "SELECT EXISTS (SELECT 1 FROM Retags WHERE FinishedAt IS NULL)";

    private const string Supersede =
        "UPDATE Retags SET FinishedAt = ?1, Superseded = true WHERE FinishedAt IS NULL AND (CAST(?2 AS bigint) IS NULL OR SourceId = ?2)";

    private const string Insert = """
        INSERT INTO Retags (Reason, SourceId, Fingerprint, RequestedAt, FinishedAt, Total, Done, Changed, Superseded)
        VALUES (?1, ?2, ?3, ?4, ?5, 0, 0, 0, false) RETURNING Id
        """;

    private const string Forget = """
        DELETE FROM Retags WHERE FinishedAt IS NOT NULL AND Id <= ?1
            AND (Fingerprint IS NULL OR Id <> (SELECT max(Id) FROM Retags WHERE Fingerprint IS NOT NULL))
        """;

    /// <summary>Hash of the rules that the last walk over everything was asked for with; null: there was none.</summary>
    public static string? LastHash(ReadSessions database) => database.Query(LastHashOf, row => row.GetString(0)).SingleOrDefault();

    /// <summary>Whether one has not ended.</summary>
    public static bool IsAnyWaiting(ReadSessions database) => database.Query(Waiting, row => row.GetBoolean(0)).Single();

    /// <summary>Asks for one, in place of those of the same items that have not ended. Where there are no items it has ended at once, which
    /// it tells by <see cref="Retag.FinishedAt"/>.</summary>
    public static long Add(WriteSession session, Retag retag)
    {
        if (session.Scalar<long>("SELECT EXISTS (SELECT 1 FROM Items)") == 0)
            retag.FinishedAt = retag.RequestedAt;
        session.Execute(Supersede, retag.RequestedAt, retag.SourceId);
        retag.Id = session.Scalar<long>(
            Insert, retag.Reason, retag.SourceId, retag.RulesHash, retag.RequestedAt, retag.FinishedAt);
        session.Execute(Forget, retag.Id - Kept);
        return retag.Id;
    }
}
