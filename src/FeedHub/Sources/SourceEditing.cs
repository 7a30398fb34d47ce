using FeedHub.Categories;
using FeedHub.Discovering;
using FeedHub.Model.Access;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Polling;
using FeedHub.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources;

/// <summary>Changes a source as a person says.</summary>
public sealed class SourceEditing(
    IDbContextFactory<FeedHubDb> databases, SourceRules rules, Retagging retagging, PollQueue queue, StoryChanges changes,
    TimeProvider time)
{
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
            return EditResult.OfDuplicate(same);
        if ((WhyKept(edit, source) ?? SourceRules.WhyMisplaced(edit, source)) is { } kept)
            return EditResult.Invalid(kept);
        var now = time.GetUtcNow();
        var categories = source.Declared.Categories;
        if (!edit.Changes(source) && (edit.Url is null || edit.Url == source.Url))
            Actor.Current.ChangesNothing();
        source.Change(() => edit.ApplyTo(source, now), now);
        await db.SaveChangesAsync(cancellation);
        changes.Raise();
        if (!categories.SequenceEqual(source.Declared.Categories))
            retagging.Request(source);
        if (source.NextPollAt <= now)
            queue.TryEnqueue(source.Id, TimeSpan.Zero);
        return new(EditOutcome.Done, source);
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
            ? new Dictionary<string, string>(errors) { ["url"] = EditResult.WordsOfDuplicate(same) }
            : errors;
    }

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

    private static Task<Source?> FindSameAsync(FeedHubDb db, string key, CancellationToken cancellation) =>
        db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.UrlKey == key, cancellation);
}
