using FeedHub.Model.Access;
using FeedHub.Model.Categories;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Statements.Categories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Tagging;
using Microsoft.EntityFrameworkCore;

namespace FeedHub.Categories;

/// <summary>The models that this hub trained: which of them is in use, and the way back.</summary>
public sealed class ModelVersions(IDbContextFactory<FeedHubDb> databases, ReadSessions database, Taggers taggers, AuditLog audit)
{
    /// <summary>Models that are kept; an older one goes when a new one is taken.</summary>
    private const int KeptModels = 5;

    /// <summary>Trainings that are remembered, taken or not.</summary>
    private const int KeptTrainings = 30;

    private long? _version;

    /// <summary>Lets the tagger use the version in use, loaded when it is first needed; at start, and whenever it may be another.</summary>
    public void Load()
    {
        var version = ModelRows.IdInUse(database);
        if (version == _version)
            return;
        taggers.Use(version is { } own ? new Lazy<CategoryModel>(() => Load(own)) : CategoryModel.Shipped);
        _version = version;
    }

    /// <summary>Every training remembered, newest first, without the models themselves.</summary>
    public async Task<IReadOnlyList<ModelSummary>> AllAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.ModelVersions.OrderByDescending(v => v.Id)
            .Select(v => new ModelSummary(
                v.Id,
                v.TrainedAt,
                v.Examples,
                v.Corrections,
                v.HeldBack,
                v.Score,
                v.FormerScore,
                v.Model == null ? 0 : v.Model.Length,
                v.InUse))
            .ToListAsync(cancellation);
    }

    /// <summary>Uses a kept version from now on, or the shipped model for null; false where there is no such model.</summary>
    public async Task<bool> UseAsync(long? id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (id is not null && !await db.ModelVersions.AnyAsync(v => v.Id == id && v.Model != null, cancellation))
            return false;
        if (await db.ModelVersions.Where(v => v.InUse).Select(v => (long?)v.Id).FirstOrDefaultAsync(cancellation) == id)
        {
            Actor.Current.ChangesNothing();
            return true;
        }

        await db.ModelVersions.Where(v => v.InUse || v.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.InUse, v => v.Id == id), cancellation);
        Load();
        await audit.AddAsync(AuditArea.Categories, "model chosen", id is null ? "the shipped one" : $"version {id}", cancellation);
        return true;
    }

    /// <summary>Remembers a training; one with a model is used from now on.</summary>
    public async Task AddAsync(ModelVersion version, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (version.Model is not null)
            await db.ModelVersions.Where(v => v.InUse).ExecuteUpdateAsync(set => set.SetProperty(v => v.InUse, false), cancellation);
        version.InUse = version.Model is not null;
        db.ModelVersions.Add(version);
        await db.SaveChangesAsync(cancellation);
        await TrimAsync(db, cancellation);
        Load();
    }

    private static async Task TrimAsync(FeedHubDb db, CancellationToken cancellation)
    {
        var kept = await db.ModelVersions.Where(v => v.Model != null).OrderByDescending(v => v.InUse).ThenByDescending(v => v.Id)
            .Take(KeptModels).Select(v => v.Id).ToListAsync(cancellation);
        await db.ModelVersions.Where(v => v.Model != null && !kept.Contains(v.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.Model, (byte[]?)null), cancellation);
        var newest = await db.ModelVersions.MaxAsync(v => v.Id, cancellation);
        await db.ModelVersions.Where(v => v.Model == null && v.Id <= newest - KeptTrainings).ExecuteDeleteAsync(cancellation);
    }

    private CategoryModel Load(long id)
    {
        using var db = databases.CreateDbContext();
        return CategoryModel.Load(new MemoryStream(db.ModelVersions.Where(v => v.Id == id).Select(v => v.Model).Single()!));
    }
}

/// <summary>A training as the dashboard shows it; <c>Bytes</c> is the size of its model, 0 where that was not taken or is kept no
/// more.</summary>
public sealed record ModelSummary(
    long Id, DateTimeOffset TrainedAt, int Examples, int Corrections, int HeldBack, double Score, double FormerScore,
    int Bytes, bool InUse);
