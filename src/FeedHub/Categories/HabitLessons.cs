using FeedHub.Storage;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Categories;

/// <summary>Adds what items teach to their sources' habits, inside the writer's transaction.</summary>
internal sealed class HabitLessons(WriteSession session, DateTimeOffset now)
{
    private readonly Dictionary<(long SourceId, string Sign, string Slug), int> _lessons = [];

    /// <summary>Gathers an item's lessons; written by <see cref="Flush"/>.</summary>
    public void Add(long sourceId, IEnumerable<Habit> lessons)
    {
        foreach (var lesson in lessons)
            _lessons[(sourceId, lesson.Sign, lesson.Slug)] = _lessons.GetValueOrDefault((sourceId, lesson.Sign, lesson.Slug)) + lesson.Items;
    }

    /// <summary>Takes an item's lessons back.</summary>
    public void TakeBack(long sourceId, IEnumerable<Habit> lessons) => Add(sourceId, lessons.Select(l => l with { Items = -l.Items }));

    /// <summary>Writes what was gathered.</summary>
    public void Flush()
    {
        if (_lessons.Count == 0)
            return;
        session.Execute(
            """
            INSERT INTO Habits (SourceId, Sign, Slug, Items, SeenAt)
            SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, ?2 FROM json_each(?1) WHERE true
            ON CONFLICT DO UPDATE SET Items = max(0, Items + excluded.Items), SeenAt = excluded.SeenAt
            """,
            StoredJson.Write(_lessons.Select(l => new object[] { l.Key.SourceId, l.Key.Sign, l.Key.Slug, l.Value })), now);
        _lessons.Clear();
    }
}
