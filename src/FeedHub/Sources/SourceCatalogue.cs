using FeedHub.Categories;
using FeedHub.Discovering;
using FeedHub.Model.Access;
using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using FeedHub.Model.Stories;
using FeedHub.Polling;
using FeedHub.Sources.Adding;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Extracting.Lists;
using FeedHub.Syndication.Writing;
using Microsoft.EntityFrameworkCore;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources;

/// <summary>How an edit ended.</summary>
public enum EditOutcome
{
    Done,
    NotFound,

    /// <summary>A value is not one that the property may have.</summary>
    Invalid,

    /// <summary>Another source has this address.</summary>
    Duplicate,

    /// <summary>Somebody changed the source since the person saw it.</summary>
    Stale,

    /// <summary>The address is a page's that names several feeds, or one that cannot be read.</summary>
    Page,
}

/// <summary>The result of an edit: the source, or what was wrong, in words.</summary>
public sealed record EditResult(EditOutcome Outcome, Source? Source, string? Error = null)
{
    internal static EditResult NotFound => new(EditOutcome.NotFound, null, Say(
        "there is no source with this id",
        "tidak ada sumber dengan id ini"));

    internal static EditResult Stale(Source source) => new(
        EditOutcome.Stale, source, Say(
            "somebody changed this source meanwhile; look at it again before you change it",
            "seseorang mengubah sumber ini sementara itu; lihat lagi sebelum mengubahnya"));

    internal static EditResult OfPage(Findings page) => new(EditOutcome.Page, null, page switch
    {
        { Error: { } error } => Say(
            $"url: nothing was found at {ShownAddress.Of(page.Url)}: {error}",
            $"url: tidak ada yang ditemukan di {ShownAddress.Of(page.Url)}: {error}"),
        { Feeds: [{ NeedsYes: true, Error: null } only] } =>
            Say(
                $"url: {ShownAddress.Of(page.Url)} is not a feed; write the address of what was found instead: "
                    + $"{Named(only)}",
                $"url: {ShownAddress.Of(page.Url)} bukan feed; tulis alamat yang ditemukan: {Named(only)}"),
        _ => Say(
                $"url: {ShownAddress.Of(page.Url)} is a page with "
                    + $"{(page.Feeds.Count == 1 ? "one feed, which cannot be read" : "several feeds")}; write the address of one: ",
                $"url: {ShownAddress.Of(page.Url)} adalah halaman dengan "
                    + $"{(page.Feeds.Count == 1 ? "satu feed, yang tidak dapat dibaca" : "beberapa feed")}; tulis alamat salah satunya: ")
            + string.Join(", ", page.Feeds.Select(Named)),
    });

    private static string Named(FoundFeed feed) => ShownAddress.Of(feed.Url)
        + (feed.Kind == FoundKind.Feed ? "" : $" with \"kind\": \"{feed.Kind.ToString().ToLowerInvariant()}\"")
        + ((feed.Error ?? (feed.NeedsYes ? feed.Why : null)) is { } words ? $" ({words})" : "");

    internal static EditResult Invalid(string error) => new(EditOutcome.Invalid, null, error);
}

/// <summary>The sources: added, changed, paused and deleted by people through the API and the dashboard.</summary>
public sealed class SourceCatalogue(
    IDbContextFactory<FeedHubDb> databases,
    SourceRules rules,
    SourceRemoval removal,
    FirstPoll first,
    PollQueue queue,
    Retagging retagging,
    SourceAdding adding,
    SourceBulk bulk,
    StoryChanges changes,
    AuditLog audit,
    TimeProvider time)
{
    /// <summary>Sources that an entry of the audit log names where many were changed at once.</summary>
    private const int ListedInAudit = 30;

    /// <summary>Deleted sources that are listed.</summary>
    private const int MostDeletedShown = 500;

    /// <summary>Every source, by title.</summary>
    public async Task<IReadOnlyList<Source>> AllAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var sources = await db.Sources.AsNoTracking().Include(s => s.Subscription).ToListAsync(cancellation);
        return [.. sources.OrderBy(s => s.DisplayTitle, StringComparer.OrdinalIgnoreCase).ThenBy(s => s.Id)];
    }

    /// <summary>The source with this public id, or null.</summary>
    public async Task<Source?> FindAsync(string slug, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Sources.AsNoTracking().Include(s => s.Subscription).SingleOrDefaultAsync(s => s.Slug == slug, cancellation);
    }

    /// <summary>Adds a source, or the only feed of a site; stores what is downloaded already, else queues its first poll.</summary>
    public async Task<EditResult> AddAsync(SourceEdit edit, CancellationToken cancellation)
    {
        if (edit.Url is null)
            return EditResult.Invalid(Say(
                "url: missing; write the http or https address of a feed",
                "url: belum diisi; tulis alamat http atau https sebuah feed"));
        if (rules.WhyInvalid(edit with { Url = TypedAddress.Of(edit.Url) }) is { } why)
            return EditResult.Invalid(why);
        if (WhyMisplaced(edit.Declared.Kind, edit.Declared.Selectors) is { } misplaced)
            return EditResult.Invalid(misplaced);
        var found = edit.Declared.Kind == SourceKind.Feed ? await first.FindingsAsync(edit.Url, cancellation) : null;
        if (found is { IsFeed: false, IsSource: false })
            return found.Usable.ToList() is [{ NeedsYes: false } only]
                ? NotAsked(await AddAsync(edit with { Url = only.Url }, cancellation), only)
                : EditResult.OfPage(found);
        return await AddOneAsync(edit with { Url = found?.Url ?? TypedAddress.Of(edit.Url) }, cancellation);
    }

    // The address that was asked for is nobody's: what was found there is.
    private static EditResult NotAsked(EditResult result, FoundFeed found)
    {
        if (result is not { Outcome: EditOutcome.Duplicate, Source: { } same })
            return result;
        var (place, source) = (ShownAddress.Of(found.Url), $"'{same.DisplayTitle}' ({same.Slug})");
        return result with
        {
            Error = Say(
                $"url: what was found there, {place}, is the source {source} already",
                $"url: yang ditemukan di sana, {place}, sudah menjadi sumber {source}"),
        };
    }

    /// <summary>What is wrong with an edit, with whether its address is taken where anything else is wrong: all is said at once.</summary>
    /// <param name="errors">What is wrong, by the field.</param>
    /// <param name="edit">The edit.</param>
    /// <param name="id">The source that it changes; null: a new one.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyDictionary<string, string>> WithTakenAsync(
        IReadOnlyDictionary<string, string> errors, SourceEdit edit, string? id, CancellationToken cancellation)
    {
        if (errors.Count == 0 || errors.ContainsKey("url") || edit.Url is null || !SourceUrl.TryParse(TypedAddress.Of(edit.Url), out _))
            return errors;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await FindSameAsync(db, SourceUrl.Key(TypedAddress.Of(edit.Url)), cancellation) is { } same && same.Slug != id
            ? new Dictionary<string, string>(errors) { ["url"] = WordsOfTaken(same) }
            : errors;
    }

    private static string WordsOfTaken(Source same) => Say(
        $"'{same.DisplayTitle}' ({same.Slug}) has this address already",
        $"'{same.DisplayTitle}' ({same.Slug}) sudah memakai alamat ini");

    private async Task<EditResult> AddOneAsync(SourceEdit edit, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var known = new KnownSources(await db.Sources.AsNoTracking().ToListAsync(cancellation));
        if (known.ByKey(SourceUrl.Key(edit.Url!)) is { } same)
            return new(EditOutcome.Duplicate, same, $"url: {WordsOfTaken(same)}");
        if (first.MovedTo(edit.Url!) is { } moved && SourceUrl.TryParse(moved, out _) && known.ByKey(SourceUrl.Key(moved)) is { } target)
            return new(
                EditOutcome.Duplicate,
                target,
                Say(
                    $"url: its server has moved it to {ShownAddress.Of(moved)}, which '{target.DisplayTitle}' "
                        + $"({target.Slug}) polls already",
                    $"url: servernya memindahkannya ke {ShownAddress.Of(moved)}, yang sudah diperiksa "
                        + $"'{target.DisplayTitle}' ({target.Slug})"));
        var now = time.GetUtcNow();
        var source = (await SourceReturn.OfAsync(db, [edit.Url], now, cancellation)).New(db, known, edit, now);
        db.Sources.Add(source);
        await BeginAsync(db, source, now, cancellation);
        changes.Raise();
        return new(EditOutcome.Done, source);
    }

    private async Task BeginAsync(FeedHubDb db, Source source, DateTimeOffset now, CancellationToken cancellation)
    {
        var download = first.DownloadOf(source);
        if (download is not null)
            source.NextPollAt = now + TimeSpan.FromMinutes(1);
        await db.SaveChangesAsync(cancellation);
        if (download is not null)
            await first.PollAsync(source, download, cancellation);
        else if (source.Declared.Enabled)
            queue.TryEnqueue(source.Id, TimeSpan.Zero);
    }

    /// <summary>Changes what the edit names; a changed address or a resumed source is polled at once.</summary>
    public async Task<EditResult> EditAsync(string slug, SourceEdit edit, CancellationToken cancellation)
    {
        if (rules.WhyInvalid(edit) is { } why)
            return EditResult.Invalid(why);
        return await SourceContention.RunAsync(() => TryEditAsync(slug, edit, cancellation));
    }

    private async Task<EditResult> TryEditAsync(string slug, SourceEdit edit, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.Sources.SingleOrDefaultAsync(s => s.Slug == slug, cancellation) is not { } source)
            return EditResult.NotFound;
        if (edit.SeenVersion is { } seen && seen != source.Version && edit.Changes(source))
            return EditResult.Stale(source);
        if (edit.Url is not null && await FindSameAsync(db, SourceUrl.Key(edit.Url), cancellation) is { } same && same.Id != source.Id)
            return new(EditOutcome.Duplicate, same, $"url: {WordsOfTaken(same)}");
        if ((WhyKept(edit, source) ?? WhyMisplaced(edit, source)) is { } kept)
            return EditResult.Invalid(kept);
        var now = time.GetUtcNow();
        var categories = source.Declared.Categories;
        if (!edit.Changes(source) && (edit.Url is null || edit.Url == source.Url))
            Actor.Current.ChangesNothing();
        source.Change(() => Apply(edit, source, now), now);
        await db.SaveChangesAsync(cancellation);
        changes.Raise();
        if (!categories.SequenceEqual(source.Declared.Categories))
            retagging.Request(source);
        if (source.NextPollAt <= now)
            queue.TryEnqueue(source.Id, TimeSpan.Zero);
        return new(EditOutcome.Done, source);
    }

    /// <summary>Deletes the source with its items; stories that other sources have too stay.</summary>
    public async Task<EditResult> DeleteAsync(string slug, CancellationToken cancellation)
    {
        if (await FindAsync(slug, cancellation) is not { } source)
            return EditResult.NotFound;
        await removal.RemoveAsync(source.Id, cancellation);
        await audit.AddAsync(AuditArea.Sources, "source deleted", slug, cancellation, before: new Dictionary<string, string?>
        {
            ["title"] = source.DisplayTitle,
            ["url"] = ShownAddress.Of(source.Url),
            ["items"] = source.ItemCount.ToString(System.Globalization.CultureInfo.InvariantCulture),
        });
        return new(EditOutcome.Done, source);
    }

    /// <summary>Queues a poll, due or not.</summary>
    /// <param name="slug">Which source.</param>
    /// <param name="inFull">True: without validators, so that its server cannot say that nothing was modified.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<EditResult> RefreshAsync(string slug, bool inFull, CancellationToken cancellation)
    {
        if (await FindAsync(slug, cancellation) is not { } source)
            return EditResult.NotFound;
        if (inFull)
            queue.RefreshInFull(source.Id);
        else
            queue.Refresh(source.Id);
        await audit.AddAsync(AuditArea.Sources, inFull ? "source polled in full" : "source polled", slug, cancellation);
        return new(EditOutcome.Done, source);
    }

    /// <summary>
    /// Adds each of them unless it is there in any spelling; the results are in the same order. Nobody is asked now: the dispatcher
    /// polls them, each host in its turn.
    /// </summary>
    public Task<IReadOnlyList<EditResult>> AddManyAsync(IReadOnlyList<SourceEdit> edits, CancellationToken cancellation) =>
        adding.AddAsync(edits, cancellation);

    /// <summary>Changes each of them as the edit says, which names no address; returns how many are different now, or what is wrong with
    /// the edit.</summary>
    public async Task<(int Changed, string? Error)> EditManyAsync(
        IReadOnlyCollection<long> ids,
        SourceEdit edit,
        CancellationToken cancellation) =>
        rules.WhyInvalid(edit) is { } why ? (0, why) : (await bulk.EditAsync(ids, edit, cancellation), null);

    /// <summary>Takes a pause of each back: it is polled when it would have been without, or now if that is past.</summary>
    public Task<int> TakeBackPauseAsync(IReadOnlyCollection<PausedSource> paused, CancellationToken cancellation) =>
        bulk.TakeBackPauseAsync(paused, cancellation);

    /// <summary>Polls those soon that are not paused or gone and whose server has not asked for a rest; returns how many that
    /// are.</summary>
    public async Task<int> RefreshManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var due = await bulk.MakeDueAsync(ids, cancellation);
        await audit.AddAsync(AuditArea.Sources, "sources polled", await NamesAsync(ids, cancellation), cancellation);
        return due;
    }

    /// <summary>Pauses them at once, and deletes them with their items in the background.</summary>
    public async Task DeleteManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var names = await NamesAsync(ids, cancellation);
        await bulk.DeleteAsync(ids, cancellation);
        await audit.AddAsync(AuditArea.Sources, "sources deleted", names, cancellation);
    }

    /// <summary>
    /// Brings back those that were deleted less than <see cref="DeletedSource.Kept"/> ago, and resumes those whose deletion has not come
    /// to them yet; returns how many there are again.
    /// </summary>
    public async Task<int> BringBackAsync(IReadOnlyCollection<string> slugs, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var waiting = await db.Sources.Where(s => slugs.Contains(s.Slug) && !s.Declared.Enabled).Select(s => s.Id)
            .ToListAsync(cancellation);
        var resumed = await bulk.EditAsync(waiting, new SourceEdit().Say(SourceProperties.Enabled, true), cancellation);
        var deleted = await db.DeletedSources.Where(d => slugs.Contains(d.Slug)).Select(d => d.Url).ToListAsync(cancellation);
        var added = await adding.AddAsync([.. deleted.Select(url => new SourceEdit { Url = url })], cancellation);
        bulk.PollDue();
        return resumed + added.Count(result => result.Outcome == EditOutcome.Done);
    }

    /// <summary>The sources that were deleted a short time ago, the newest first.</summary>
    public async Task<IReadOnlyList<DeletedSource>> DeletedAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var since = time.GetUtcNow() - DeletedSource.Kept;
        return await db.DeletedSources.AsNoTracking().Where(d => d.DeletedAt >= since).OrderByDescending(d => d.DeletedAt)
            .ThenByDescending(d => d.Id).Take(MostDeletedShown).ToListAsync(cancellation);
    }

    private async Task<string> NamesAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var named = ids.Take(ListedInAudit).ToList();
        var slugs = await db.Sources.Where(s => named.Contains(s.Id)).Select(s => s.Slug).ToListAsync(cancellation);
        return string.Join(", ", slugs) + (ids.Count > slugs.Count ? $" and {ids.Count - slugs.Count} more" : "");
    }

    internal static void Apply(SourceEdit edit, Source source, DateTimeOffset now)
    {
        if (edit.Url is not null)
            source.MoveTo(edit.Url, now);
        foreach (var property in SourceProperties.All.Where(edit.Says))
            property.Declare(edit.Declared, source, now);
        ApplyHeaders(edit, source);
        if (edit.SaysIdentity)
            source.PinIdentity(edit.Identity);
    }

    internal static void ApplyHeaders(SourceEdit edit, Source source)
    {
        if (edit.HeaderChanges.Count > 0)
            (source.Declared.Headers, source.Declared.HeadersUrl) = (Changed(source.Declared.Headers, edit.HeaderChanges), null);
    }

    // One that has such selectors from before may be edited otherwise.
    private static string? WhyMisplaced(SourceEdit edit, Source source) =>
        !edit.Says(SourceProperties.Kind) && !edit.Says(SourceProperties.Selectors) ? null
            : WhyMisplaced(
                edit.Says(SourceProperties.Kind) ? edit.Declared.Kind : source.Declared.Kind,
                edit.Says(SourceProperties.Selectors) ? edit.Declared.Selectors : source.Declared.Selectors);

    private static string? WhyMisplaced(SourceKind kind, ListSelectors? selectors) =>
        SelectorsProperty.ProblemOf(kind, selectors) is { } problem ? $"{SourceProperties.Selectors.Name}: {problem}" : null;

    // What was given for another host must not be sent to this one because another header is.
    private static string? WhyKept(SourceEdit edit, Source source) =>
        edit.HeaderChanges.Count == 0 || source.HeadersFor(edit.Url ?? source.Url)
            ? null
            : source.Declared.Headers.Keys
                .FirstOrDefault(name => !edit.HeaderChanges.Keys.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } left
                ? Say(
                    $"headers: {left} was given for another host; write it again too, or take it out with '{left}:'",
                    $"headers: {left} ditulis untuk host lain; tulis lagi juga, atau hapus dengan '{left}:'")
                : null;

    private static Dictionary<string, string> Changed(
        IReadOnlyDictionary<string, string> headers,
        IReadOnlyDictionary<string, string?> changes)
    {
        var changed = new Dictionary<string, string>(headers, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in changes)
        {
            changed.Remove(name);
            if (value is not null)
                changed[name] = value;
        }

        return changed;
    }

    private static Task<Source?> FindSameAsync(FeedHubDb db, string key, CancellationToken cancellation) =>
        db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.UrlKey == key, cancellation);
}
