using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Writing;
using Microsoft.EntityFrameworkCore;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources.Adding;

/// <summary>Adds many sources as one, and none that is there already in any spelling. Nobody is asked now: the dispatcher polls them,
/// each host in its turn.</summary>
public sealed class BulkAdding(IDbContextFactory<FeedHubDb> databases, SourceRules rules, StoryChanges changes, TimeProvider time)
{
    /// <summary>Adds what each edit says; the results are in the same order.</summary>
    public async Task<IReadOnlyList<EditResult>> AddAsync(IReadOnlyList<SourceEdit> edits, CancellationToken cancellation)
    {
        try
        {
            return await TryAsync(edits, cancellation);
        }
        catch (DbUpdateException)
        {
            // Somebody else has added one of them meanwhile; looked up again it is known.
            return await TryAsync(edits, cancellation);
        }
    }

    private async Task<IReadOnlyList<EditResult>> TryAsync(IReadOnlyList<SourceEdit> edits, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var known = new KnownSources(await db.Sources.AsNoTracking().ToListAsync(cancellation));
        var returning = await SourceReturn.OfAsync(db, edits.Select(edit => edit.Url), time.GetUtcNow(), cancellation);
        var results = edits.Select(edit => Add(db, known, returning, edit)).ToList();
        if (await db.SaveChangesAsync(cancellation) > 0)
            changes.Raise();
        return results;
    }

    private EditResult Add(FeedHubDb db, KnownSources known, SourceReturn returning, SourceEdit edit)
    {
        if (edit.Url is null || rules.WhyInvalid(edit) is not null)
            return EditResult.Kept(
                EditOutcome.Invalid, null, () => rules.WhyInvalid(edit) ?? Say("url: missing", "url: belum diisi"));
        if (known.ByKey(SourceUrl.Key(edit.Url)) is { } same)
            return EditResult.Kept(EditOutcome.Duplicate, same, () => Is(same));
        if (known.Alike(edit.Url) is { } alike)
            return EditResult.Kept(EditOutcome.Duplicate, alike, () => Is(alike) + Say(
                $", which is polled at {ShownAddress.Of(alike.Url)}", $", yang diperiksa di {ShownAddress.Of(alike.Url)}"));
        var source = returning.New(db, known, edit, time.GetUtcNow());
        db.Sources.Add(known.Add(source));
        return new(EditOutcome.Done, source);
    }
    private static string Is(Source known) => Say(
        $"it is '{known.DisplayTitle}' ({known.Slug})", $"ini sama dengan '{known.DisplayTitle}' ({known.Slug})");
}
