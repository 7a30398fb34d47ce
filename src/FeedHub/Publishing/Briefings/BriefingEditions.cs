using FeedHub.Model.Coverage;
using FeedHub.Storage.Statements.Coverage;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Publishing.Briefings;

/// <summary>An edition as readers see it.</summary>
/// <param name="At">Its hour.</param>
/// <param name="From">Where its span begins.</param>
/// <param name="Parts">Without what was hidden or erased, and without parts of which nothing is left.</param>
/// <param name="ChangedAt">Its hour, or when the last story was hidden or erased that it had.</param>
public sealed record ShownEdition(DateTimeOffset At, DateTimeOffset From, IReadOnlyList<EditionPart> Parts, DateTimeOffset ChangedAt);

/// <summary>
/// The editions of briefings. One is made at its hour, or when it is first asked for, and stored: from then on only hiding or erasing a
/// story takes anything out of it. Combinations beyond those that are kept are made each time; so are those of a node that does not
/// store.
/// </summary>
public sealed class BriefingEditions(
    IReaderEngine engine, DatabaseWriter writer, INodes nodes, EditionMaker maker, BriefingAllowance places, TimeProvider time)
    : IDisposable
{
    /// <summary>A combination that nobody asked for so long gives way to a new one.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromDays(14);

    private static readonly TimeSpan Noted = TimeSpan.FromDays(1);

    // An edition looks through thousands of stories: strangers who ask for many wait for each other.
    private readonly SemaphoreSlim _making = new(1);

    /// <summary>The newest editions, the newest first; that of the last hour is made if there is none yet.</summary>
    /// <param name="plan">Which briefing.</param>
    /// <param name="client">Who asks, for <see cref="BriefingAllowance"/>; null: FeedHub itself.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<ShownEdition>> OfAsync(BriefingPlan plan, string? client, CancellationToken cancellation)
    {
        var (at, from) = plan.Newest(time.GetUtcNow());
        var editions = await StoredAsync(plan.Query);
        if (editions.Count == 0 || editions[0].At < at)
            editions = await MakeAsync(plan, client, at, from, cancellation);
        return await ShownAsync(editions);
    }

    /// <summary>Makes the edition of the last hour, unless there is one.</summary>
    public async Task KeepUpAsync(BriefingPlan plan, CancellationToken cancellation) => await OfAsync(plan, null, cancellation);

    /// <summary>The combinations that are kept.</summary>
    public async Task<IReadOnlyList<(string Key, DateTimeOffset AskedAt)>> KeysAsync()
    {
        await using var db = engine.Open();
        return StoredEditions.Keys(db);
    }

    /// <summary>Notes that a client asked for the combination; in the database once a day.</summary>
    public async Task NoteAsync(BriefingPlan plan, string client, CancellationToken cancellation)
    {
        places.Touch(client, plan.Query);
        var now = time.GetUtcNow();
        if (nodes.IsOwner && (await KeysAsync()).FirstOrDefault(kept => kept.Key == plan.Query) is { Key: not null } known
            && now - known.AskedAt > Noted)
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

    private async Task<List<Edition>> MakeAsync(
        BriefingPlan plan, string? client, DateTimeOffset at, DateTimeOffset from, CancellationToken cancellation)
    {
        await _making.WaitAsync(cancellation);
        try
        {
            // Somebody else may have made it meanwhile.
            var known = await StoredAsync(plan.Query);
            if (known.Count > 0 && known[0].At >= at)
                return known;
            var (content, now) = (await maker.MakeAsync(plan, from, at, cancellation), time.GetUtcNow());
            string? gives = null;
            if (nodes.IsOwner && (known.Count > 0 || client is null || places.TryBegin(client, plan.Query, out gives)))
                await writer.RunAsync(session => Keep(session, plan.Query, at, content, now, gives), cancellation);
            var stored = await StoredAsync(plan.Query);
            return stored.Count > 0 && stored[0].At >= at ? stored : [new() { At = at, Content = StoredJson.Write(content) }, .. stored];
        }
        finally
        {
            _making.Release();
        }
    }

    private static bool Keep(
        WriteSession session, string key, DateTimeOffset at, EditionContent content, DateTimeOffset now, string? gives)
    {
        if (gives is not null)
            StoredEditions.Drop(session, gives);
        StoredEditions.Keep(session, key, at, content, now, now - Idle);
        return true;
    }

    private async Task<IReadOnlyList<ShownEdition>> ShownAsync(List<Edition> editions)
    {
        var contents = editions.ConvertAll(edition => (edition.At, Content: StoredJson.Read<EditionContent>(edition.Content)));
        await using var db = engine.Open();
        var unwanted = StoredEditions.Unwanted(db, contents.SelectMany(edition => edition.Content.Stories()).Distinct());
        return contents.ConvertAll(edition => Without(unwanted, edition.At, edition.Content));
    }

    private static ShownEdition Without(Dictionary<long, DateTimeOffset> unwanted, DateTimeOffset at, EditionContent content)
    {
        var parts = content.Parts
            .Select(part => part with { Events = [.. part.Events.Select(told => told.Without(unwanted.Keys)).OfType<EditionEvent>()] })
            .Where(part => part.Events.Count > 0);
        var changes = content.Stories().Where(unwanted.ContainsKey).Select(story => unwanted[story]).Append(content.TakenAt ?? at);
        return new(at, content.From, [.. parts], changes.Append(at).Max());
    }
}
