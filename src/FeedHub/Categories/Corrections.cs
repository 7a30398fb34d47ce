using FeedHub.Model.Access;
using FeedHub.Model.Categories;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Statements.Categories;
using FeedHub.Storage.Statements.Habits;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Tagging;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Categories;

/// <summary>
/// What people say that a story is about. Their word stands over everything that FeedHub finds, stays through re-tagging and edits of
/// the publisher's, and is kept as a label for the next training.
/// </summary>
public sealed class Corrections(
    IDbContextFactory<FeedHubDb> databases,
    DatabaseWriter writer,
    Taggers taggers,
    HabitStore habits,
    StoryChanges changes,
    AuditLog audit,
    TimeProvider time)
{
    /// <summary>Gives a story these categories, the primary one first; none at all is an answer too.</summary>
    public async Task<CorrectionResult> CorrectAsync(long storyId, IReadOnlyList<string> slugs, CancellationToken cancellation)
    {
        if (CategorySlugs.WhyUnknown(slugs, taggers.Vocabulary) is { } unknown)
            return new(CorrectionOutcome.Invalid, $"categories: {unknown}");
        if (await FindAsync(storyId, cancellation) is not { } story)
            return CorrectionResult.NotFound;
        var distinct = slugs.Distinct().ToList();
        var correction = new Correction(
            story,
            LabelText.Of(Lead(story), distinct, time.GetUtcNow()),
            Lessons(story),
            [.. story.Items.SelectMany(i => Taught(i, distinct))]);
        await ApplyAsync(session => CorrectionStore.Apply(session, correction, Reason.Of(ReasonCode.SetByEditor)), story, cancellation);
        await NoteAsync("categories corrected", story, string.Join(", ", distinct), cancellation);
        return CorrectionResult.Done;
    }

    /// <summary>Takes people's word back: the story has the categories that FeedHub finds.</summary>
    public async Task<CorrectionResult> WithdrawAsync(long storyId, CancellationToken cancellation)
    {
        if (await FindAsync(storyId, cancellation) is not { } story || story.Items.TrueForAll(i => i.CategoryLabelId is null))
            return CorrectionResult.NotFound;
        var tags = story.Items.Where(i => i.CategoryLabelId is not null)
            .Select(i => new RetaggedItem(i.Id, storyId, i.ContentHash, Found(i)))
            .ToList();
        var now = time.GetUtcNow();
        await ApplyAsync(session => CorrectionStore.Withdraw(session, story, tags, LessonsToWithdraw(story), now), story, cancellation);
        await NoteAsync("correction withdrawn", story, null, cancellation);
        return CorrectionResult.Done;
    }

    private async Task ApplyAsync(Func<WriteSession, bool> write, Story story, CancellationToken cancellation)
    {
        await writer.RunAsync(write, cancellation);
        story.Items.ForEach(i => habits.Forget(i.SourceId));
        changes.Raise();
    }

    private Task NoteAsync(string what, Story story, string? slugs, CancellationToken cancellation) => audit.AddAsync(
        AuditArea.Categories, what, $"story {story.Id}", cancellation,
        new Dictionary<string, string?> { ["categories"] = string.Join(", ", Lead(story).Tags.Select(t => t.Slug)) },
        slugs is null ? null : new Dictionary<string, string?> { ["categories"] = slugs.Length == 0 ? "none" : slugs });

    private async Task<Story?> FindAsync(long storyId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Stories.AsNoTracking().Include(s => s.Items).ThenInclude(i => i.Source)
            .SingleOrDefaultAsync(s => s.Id == storyId, cancellation);
    }

    private IReadOnlyList<Tag> Found(Item item) =>
        taggers.For(item.SourceId).Tag(TaggedItems.Parsed(item), TaggedItems.Tagged(item.Source));

    // What the items taught when they came, or what an earlier correction taught in its place.
    private List<Lesson> Lessons(
        Story story) =>
            [.. story.Items.SelectMany(i => i.CategoryLabelId is null ? TaughtByItself(i) : Taught(i, [.. i.Tags.Select(t => t.Slug)]))
        .Select(l => l with { Items = -l.Items })];

    private List<Lesson> LessonsToWithdraw(Story story) => [.. Lessons(story).Concat(story.Items.SelectMany(TaughtByItself))];

    private IEnumerable<Lesson> TaughtByItself(Item item) =>
        taggers.For(item.SourceId).Lessons(TaggedItems.Parsed(item), TaggedItems.Tagged(item.Source))
            .Select(h => new Lesson(item.SourceId, h.Sign, h.Slug, h.Items));

    private static IEnumerable<Lesson> Taught(Item item, IReadOnlyList<string> slugs) => slugs.Count == 0
        ? []
        : SourceHabits.Lessons(item.Source.Slug, TaggedItems.Parsed(item), slugs[0])
            .Select(h => new Lesson(item.SourceId, h.Sign, h.Slug, h.Items));

    private static Item Lead(Story story) => story.Items.Find(i => i.Id == story.LeadItemId) ?? story.Items[0];
}
