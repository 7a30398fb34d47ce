using FeedHub.Model.Access;
using FeedHub.Model.Categories;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Statements.Categories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Tagging;
using Microsoft.EntityFrameworkCore;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Categories;

/// <summary>What an admin says that publishers' words mean; a change re-tags the stored items.</summary>
public sealed class AliasBook(
    IDbContextFactory<FeedHubDb> databases,
    ReadSessions database,
    Taggers taggers,
    Retagging retagging,
    AuditLog audit,
    TimeProvider time)
{
    private const int MaxLength = 200;

    /// <summary>Every mapping, by word.</summary>
    public IReadOnlyList<PublisherAlias> All() => AliasRows.All(database);

    /// <summary>Lets the tagger use what is stored; at start.</summary>
    public void Load() =>
        taggers.Use(Aliases.With(All().Where(a => a.Slug.Length > 0).Select(a => KeyValuePair.Create(a.Word, a.Slug))));

    /// <summary>Maps a word to a category, or to none ("") so that it is asked about no more; returns what is wrong with that, or
    /// null.</summary>
    public async Task<string?> MapAsync(string word, string slug, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(word) || word.Length > MaxLength)
            return Say(
                $"word: write the publisher's word, of at most {MaxLength} characters",
                $"word: tulis kata penerbit, paling banyak {MaxLength} karakter");
        if (slug.Length > 0 && CategorySlugs.WhyUnknown([slug], taggers.Vocabulary) is { } unknown)
            return $"category: {unknown}";
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var former = await MeaningAsync(db, word, cancellation);
        if (former == slug)
        {
            Actor.Current.ChangesNothing();
            return null;
        }

        await db.PublisherAliases.Where(a => a.Word == word).ExecuteDeleteAsync(cancellation);
        db.PublisherAliases.Add(new() { Word = word.Trim(), Slug = slug, At = time.GetUtcNow() });
        await db.SaveChangesAsync(cancellation);
        await audit.AddAsync(AuditArea.Categories, "word mapped", word.Trim(), cancellation, Meaning(former), Meaning(slug));
        await ChangedAsync(
            slug.Length == 0
                ? Reason.Of(ReasonCode.WordMeansNothing, word.Trim())
                : Reason.Of(ReasonCode.WordMapped, word.Trim(), slug),
            cancellation);
        return null;
    }

    /// <summary>Forgets what a word means; false where it was not mapped.</summary>
    public async Task<bool> ForgetAsync(string word, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var former = await MeaningAsync(db, word, cancellation);
        if (await db.PublisherAliases.Where(a => a.Word == word).ExecuteDeleteAsync(cancellation) == 0)
            return false;
        await audit.AddAsync(AuditArea.Categories, "word forgotten", word, cancellation, Meaning(former));
        await ChangedAsync(Reason.Of(ReasonCode.WordForgotten, word), cancellation);
        return true;
    }

    private static Task<string?> MeaningAsync(FeedHubDb db, string word, CancellationToken cancellation) =>
        db.PublisherAliases.Where(a => a.Word == word).Select(a => a.Slug).FirstOrDefaultAsync(cancellation);

    private static Dictionary<string, string?> Meaning(string? slug) =>
        slug is null ? [] : new() { ["means"] = slug.Length == 0 ? "nothing" : slug };

    private async Task ChangedAsync(Reason reason, CancellationToken cancellation)
    {
        Load();
        retagging.Check(reason);
    }
}
