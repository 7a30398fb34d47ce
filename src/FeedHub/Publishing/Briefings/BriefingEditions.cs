using FeedHub.Model.Coverage;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Coverage;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Publishing.Briefings;

/// <summary>An edition as readers see it.</summary>
/// <param name="At">Its hour.</param>
/// <param name="From">Where its span begins.</param>
/// <param name="Parts">Without what was hidden or erased, and without parts of which nothing is left.</param>
public sealed record ShownEdition(DateTimeOffset At, DateTimeOffset From, IReadOnlyList<EditionPart> Parts);

/// <summary>
/// The editions of briefings. One is made at its hour, or when it is first asked for, and stored: from then on only hiding or erasing a
/// story takes anything out of it. Combinations beyond those that are kept are made each time.
/// </summary>
public sealed class BriefingEditions(
    IReaderEngine engine, DatabaseWriter writer, EditionMaker maker, StoryChanges changes, TimeProvider time) : IDisposable
{
    /// <summary>A combination that nobody asked for so long gives way to a new one.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromDays(14);

    private static readonly TimeSpan Noted = TimeSpan.FromDays(1);

    // An edition looks through thousands of stories: strangers who ask for many wait for each other.
    private readonly SemaphoreSlim _making = new(1);

    /// <summary>The newest editions, the newest first; that of the last hour is made if there is none yet.</summary>
    public async Task<IReadOnlyList<ShownEdition>> OfAsync(BriefingPlan plan, CancellationToken cancellation)
    {
        var (at, from) = plan.Newest(time.GetUtcNow());
        var editions = await StoredAsync(plan.Query);
        if (editions.Count == 0 || editions[0].At < at)
            editions = await MakeAsync(plan, at, from, cancellation);
        return await ShownAsync(editions);
    }

    /// <summary>Makes the edition of the last hour, unless there is one.</summary>
    public async Task KeepUpAsync(BriefingPlan plan, CancellationToken cancellation) => await OfAsync(plan, cancellation);

    /// <summary>The combinations that are kept.</summary>
    public async Task<IReadOnlyList<(string Key, DateTimeOffset AskedAt)>> KeysAsync()
    {
        await using var db = engine.Open();
        return StoredEditions.Keys(db);
    }

    /// <summary>Notes that somebody asked for the combination, once a day.</summary>
    public async Task NoteAsync(BriefingPlan plan, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if ((await KeysAsync()).FirstOrDefault(kept => kept.Key == plan.Query) is { Key: not null } known && now - known.AskedAt > Noted)
            await writer.RunAsync(session => Ask(session, plan.Query, now), cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _making.Dispose();

    private static bool Ask(WriteSession session, string key, DateTimeOffset now)
    {
        StoredEditions.Ask(session, key, now);
        return true;
    }

    private async Task<List<Edition>> StoredAsync(string key)
    {
        await using var db = engine.Open();
        return StoredEditions.Of(db, key);
    }

    private async Task<List<Edition>> MakeAsync(BriefingPlan plan, DateTimeOffset at, DateTimeOffset from, CancellationToken cancellation)
    {
        await _making.WaitAsync(cancellation);
        try
        {
            // Somebody else may have made it meanwhile.
            if (await StoredAsync(plan.Query) is [{ } newest, ..] known && newest.At >= at)
                return known;
            var (content, now) = (await maker.MakeAsync(plan, from, at, cancellation), time.GetUtcNow());
            await writer.RunAsync(session => Keep(session, plan.Query, at, content, now), cancellation);
            changes.Raise();
            return await StoredAsync(plan.Query) is { Count: > 0 } stored
                ? stored
                : [new() { At = at, Content = StoredJson.Write(content) }];
        }
        finally
        {
            _making.Release();
        }
    }

    private static bool Keep(WriteSession session, string key, DateTimeOffset at, EditionContent content, DateTimeOffset now)
    {
        StoredEditions.Keep(session, key, at, content, now, now - Idle);
        return true;
    }

    private async Task<IReadOnlyList<ShownEdition>> ShownAsync(List<Edition> editions)
    {
        var contents = editions.ConvertAll(edition => (edition.At, Content: StoredJson.Read<EditionContent>(edition.Content)));
        var stories = contents.SelectMany(e => e.Content.Parts.SelectMany(part => part.Events.Select(told => told.StoryId))).Distinct();
        await using var db = engine.Open();
        var taken = StoredEditions.Taken(db, stories);
        return contents.ConvertAll(edition => new ShownEdition(edition.At, edition.Content.From, [.. edition.Content.Parts
            .Select(part => part with { Events = [.. part.Events.Where(told => !taken.Contains(told.StoryId))] })
            .Where(part => part.Events.Count > 0)]));
    }
}
