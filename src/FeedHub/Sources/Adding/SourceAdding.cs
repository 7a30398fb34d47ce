using FeedHub.Discovering;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Polling;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Writing;
using Microsoft.EntityFrameworkCore;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources.Adding;

/// <summary>Adds a source that a person names by its address or its site's.</summary>
public sealed class SourceAdding(
    IDbContextFactory<FeedHubDb> databases, SourceRules rules, FirstPoll first, PollQueue queue, StoryChanges changes, TimeProvider time)
{
    /// <summary>Adds a source, or the only feed of a site; stores what is downloaded already, else queues its first poll.</summary>
    public async Task<EditResult> AddAsync(SourceEdit edit, CancellationToken cancellation)
    {
        if (edit.Url is null)
            return EditResult.Invalid(Say(
                "url: missing; write the http or https address of a feed",
                "url: belum diisi; tulis alamat http atau https sebuah feed"));
        if (rules.WhyInvalid(edit with { Url = TypedAddress.Of(edit.Url) }) is { } why)
            return EditResult.Invalid(why);
        if (SourceRules.WhyMisplaced(edit.Declared.Kind, edit.Declared.Selectors) is { } misplaced)
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

    private async Task<EditResult> AddOneAsync(SourceEdit edit, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var known = new KnownSources(await db.Sources.AsNoTracking().ToListAsync(cancellation));
        if (known.ByKey(SourceUrl.Key(edit.Url!)) is { } same)
            return EditResult.OfDuplicate(same);
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
}
