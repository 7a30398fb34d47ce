using FeedHub.Categories;
using FeedHub.Model.Coverage;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Stories;

namespace FeedHub.Publishing.Briefings;

/// <summary>Makes an edition: of what arrived in its span, the events that most sources report, by category.</summary>
public sealed class EditionMaker(StoryQueries queries, MergedEntries entries, Taggers taggers)
{
    private const int MostOfCategory = 5;
    private const int MostOfAll = 60;

    // So many stories of an event would have to be hidden until it is told no more.
    private const int MostOthers = 4;

    /// <summary>What the edition of this hour says.</summary>
    public async Task<EditionContent> MakeAsync(BriefingPlan plan, DateTimeOffset from, DateTimeOffset at, CancellationToken cancellation)
    {
        var events = await queries.TopOfSpanAsync(plan.Filter, from, at, MostOfAll * MostOfCategory, cancellation);
        var parts = events.Select(told => (Told: told, Slug: SlugOf(told.Lead, plan.Filter))).GroupBy(told => told.Slug)
            .OrderBy(part => part.Key.Length == 0)
            .Select(part => new EditionPart(
                part.Key, NameOf(part.Key, plan), [.. part.Take(MostOfCategory).Select(told => EventOf(told.Told))]));
        return new(from, [.. Bounded(parts)]);
    }

    private static IEnumerable<EditionPart> Bounded(IEnumerable<EditionPart> parts)
    {
        var left = MostOfAll;
        foreach (var part in parts)
        {
            if (left <= 0)
                yield break;
            yield return part with { Events = [.. part.Events.Take(left)] };
            left -= part.Events.Count;
        }
    }

    // Of a story in several categories, the first that was asked for.
    private static string SlugOf(Story story, StoryFilter filter)
    {
        var slugs = StoryTags.Of(story.Items, LeadOf(story)).Select(tag => tag.Slug).ToList();
        return slugs.Find(filter.Categories.Contains) ?? slugs.FirstOrDefault() ?? "";
    }

    private string NameOf(string slug, BriefingPlan plan) => taggers.Vocabulary.Find(slug) is not { } category
        ? EditionWords.Of(plan).Others
        : EditionWords.Of(plan).NameOf(category);

    private EditionEvent EventOf(TopEvent told)
    {
        var lead = EventOf(told.Lead, told);
        return told.Others.Count == 0
            ? lead
            : lead with { Others = [.. told.Others.Take(MostOthers).Select(story => EventOf(story, told))] };
    }

    private EditionEvent EventOf(Story story, TopEvent told)
    {
        var entry = entries.Of(story, "", brief: true);
        return new(
            story.Id, told is { Stories: > 1, Sources: > 1 } ? told.Lead.EventId : null, entry.Title, entry.Url, entry.Source.Title,
            told.Stories, told.Sources, story.Language);
    }

    private static Item LeadOf(Story story) => story.Items.Find(i => i.Id == story.LeadItemId) ?? story.Items[0];
}

/// <summary>An event of a span.</summary>
/// <param name="Lead">The story that speaks for it.</param>
/// <param name="Stories">Its stories that had arrived by the end of the span.</param>
/// <param name="Sources">Sources that had these.</param>
/// <param name="Others">The other stories that the filter chooses, the best first.</param>
public sealed record TopEvent(Story Lead, int Stories, int Sources, IReadOnlyList<Story> Others);
