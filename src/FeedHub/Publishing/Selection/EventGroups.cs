using System.Data.Common;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Coverage;
using FeedHub.Storage.Statements.Stories;

namespace FeedHub.Publishing.Selection;

/// <summary>One entry an event: it stands where the first story of the event that the filter chooses stands, and never moves.</summary>
internal static class EventGroups
{
    private const int LeastLooked = 100;
    private const int MostLooked = 2000;

    /// <summary>How long an entry rests after it said that it changed.</summary>
    internal static readonly TimeSpan Rest = TimeSpan.FromHours(3);

    /// <summary>The newest places, of each event the first alone.</summary>
    /// <param name="db">Where to look.</param>
    /// <param name="find">The newest places behind one, from a time on, at most so many, among some stories or all.</param>
    /// <param name="byDate">Whether places are dates.</param>
    /// <param name="before">Only older ones; null: from the newest on.</param>
    /// <param name="from">Only these and newer, in Unix milliseconds.</param>
    /// <param name="count">At most so many.</param>
    public static async Task<List<FeedPosition>> FirstsAsync(
        DbConnection db, Finding find, bool byDate, FeedPosition? before, long from, int count)
    {
        var firsts = new List<FeedPosition>();
        var asked = Math.Clamp((long)count * 2, LeastLooked, MostLooked);
        for (var found = MostLooked; found > 0 && firsts.Count < count;)
        {
            var places = await find(before, from, (int)asked, null);
            firsts.AddRange(await FirstAsync(db, find, byDate, places));
            found = places.Count < asked ? 0 : places.Count;
            before = places.Count == 0 ? before : places[^1];
        }

        return firsts.Count > count ? firsts[..count] : firsts;
    }

    /// <summary>The stories of each event that the filter chooses, by the one that stands for it; one alone is not among them.</summary>
    public static async Task<Dictionary<long, List<long>>> OfAsync(
        DbConnection db, Finding find, bool byDate, IReadOnlyCollection<long> stories)
    {
        var (members, chosen) = await ChosenAsync(db, find, byDate, stories);
        var eventOf = members.ToDictionary(member => member.StoryId, member => member.EventId);
        var byEvent = chosen.ToLookup(place => eventOf[place.Id], place => place.Id);
        return stories.Where(story => eventOf.TryGetValue(story, out var told) && byEvent[told].Count() > 1)
            .ToDictionary(story => story, story => byEvent[eventOf[story]].Union([story]).ToList());
    }

    /// <summary>Of these stories' events those that stand for them by date; a story without an event stands for itself.</summary>
    public static async Task<IEnumerable<long>> ByDateAsync(DbConnection db, Finding find, IReadOnlyCollection<long> stories)
    {
        var (eventOf, firsts) = await StandingAsync(db, find, byDate: true, stories);
        return stories.Select(story => eventOf.TryGetValue(story, out var told) ? firsts.GetValueOrDefault(told, story) : story).Distinct();
    }

    /// <summary>When the entry of an event says that it changed last: with its stories, but never more often than each three
    /// hours.</summary>
    /// <param name="first">The story that stands for the event.</param>
    /// <param name="all">All stories of it.</param>
    public static DateTimeOffset UpdatedOf(Story first, IEnumerable<Story> all)
    {
        var last = first.SortAt;
        foreach (var at in all.SelectMany(story => (DateTimeOffset[])[story.SortAt, story.UpdatedAt]).Order())
        {
            if (at - last >= Rest)
                last = at;
        }

        return last == first.SortAt ? first.UpdatedAt : last;
    }

    private static async Task<IEnumerable<FeedPosition>> FirstAsync(
        DbConnection db, Finding find, bool byDate, IReadOnlyList<FeedPosition> places)
    {
        var (eventOf, firsts) = await StandingAsync(db, find, byDate, [.. places.Select(place => place.Id)]);
        return places.Where(place => !eventOf.TryGetValue(place.Id, out var told) || firsts.GetValueOrDefault(told, place.Id) == place.Id);
    }

    // The event of each story, and the story that stands for each event.
    private static async Task<(Dictionary<long, long> EventOf, Dictionary<long, long> Firsts)> StandingAsync(
        DbConnection db, Finding find, bool byDate, IReadOnlyCollection<long> stories)
    {
        var (members, chosen) = await ChosenAsync(db, find, byDate, stories);
        var eventOf = members.ToDictionary(member => member.StoryId, member => member.EventId);
        return (eventOf, chosen.GroupBy(place => eventOf[place.Id]).ToDictionary(group => group.Key, group => group.Min().Id));
    }

    private static async Task<(List<EventMember> Members, List<FeedPosition> Chosen)> ChosenAsync(
        DbConnection db, Finding find, bool byDate, IReadOnlyCollection<long> stories)
    {
        var members = EventMembers.Of(db, stories);
        return members.Count == 0
            ? (members, [])
            : (members, await find(null, members.Min(m => byDate ? m.PublishedAt : m.SortAt) / 1000 * 1000, members.Count,
                [.. members.Select(m => m.StoryId)]));
    }
}

/// <summary>Finds the newest places of a filter.</summary>
/// <param name="before">Only older ones; null: from the newest on.</param>
/// <param name="from">Only these and newer, in Unix milliseconds.</param>
/// <param name="count">At most so many.</param>
/// <param name="among">Only these stories; null: all.</param>
internal delegate Task<List<FeedPosition>> Finding(FeedPosition? before, long from, int count, IReadOnlyCollection<long>? among);
