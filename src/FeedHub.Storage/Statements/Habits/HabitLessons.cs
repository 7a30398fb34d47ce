using FeedHub.Model.Categories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Storage.Statements.Habits;

/// <summary>Adds what items teach to their sources' habits, inside the writer's transaction.</summary>
internal sealed class HabitLessons(WriteSession session, DateTimeOffset now)
{
    private readonly Dictionary<(long SourceId, string Sign, string Slug), int> _lessons = [];

    /// <summary>Gathers an item's lessons; written by <see cref="Flush"/>.</summary>
    public void Add(long sourceId, IEnumerable<Habit> lessons)
    {
        foreach (var lesson in lessons)
            Add(new Lesson(sourceId, lesson.Sign, lesson.Slug, lesson.Items));
    }

    /// <summary>Gathers a lesson; one with negative items takes back.</summary>
    public void Add(Lesson lesson)
    {
        var key = (lesson.SourceId, lesson.Sign, lesson.Slug);
        _lessons[key] = _lessons.GetValueOrDefault(key) + lesson.Items;
    }

    /// <summary>Writes what was gathered.</summary>
    public void Flush()
    {
        if (_lessons.Count == 0)
            return;
        session.Write(
            """
            INSERT INTO Habits (SourceId, Sign, Slug, Items, SeenAt)
            SELECT CAST(value ->> 0 AS bigint), value ->> 1, value ->> 2, CAST(value ->> 3 AS bigint), ?2 FROM json_each(?1) WHERE true
            ON CONFLICT (SourceId, Sign, Slug) DO UPDATE SET Items = Habits.Items + excluded.Items, SeenAt = excluded.SeenAt
            """,
            StoredJson.Write(_lessons.Select(l => new object[] { l.Key.SourceId, l.Key.Sign, l.Key.Slug, l.Value })), now);
        foreach (var source in _lessons.Where(l => l.Value < 0).Select(l => l.Key.SourceId).Distinct())
            session.Write("DELETE FROM Habits WHERE SourceId = ?1 AND Items <= 0", source);
        _lessons.Clear();
    }
}
