using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Items;

/// <summary>Forgets fingerprints inside the writer's transaction.</summary>
internal static class OldFingerprints
{
    private const string Forget = """
        DELETE FROM Fingerprints WHERE ItemId IN (
            SELECT i.Id FROM (SELECT ItemId FROM Fingerprints ORDER BY ItemId LIMIT ?2) f JOIN Items i ON i.Id = f.ItemId
              WHERE i.FirstSeenAt < ?1)
        """;

    /// <summary>Looks at the oldest <paramref name="batch"/> and forgets those of items first seen before then; returns how many.</summary>
    public static int Purge(WriteSession session, DateTimeOffset before, int batch) => session.Execute(Forget, before, batch);
}
