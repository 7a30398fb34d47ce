using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Habits;

/// <summary>Forgets habits of one source inside the writer's transaction.</summary>
internal static class HabitPurge
{
    /// <summary>Those that no item has shown since then; returns how many rows went.</summary>
    public static int Run(WriteSession session, long sourceId, DateTimeOffset before) =>
        session.Execute("DELETE FROM Habits WHERE SourceId = ?1 AND SeenAt < ?2", sourceId, before);
}
