using System.Globalization;
using FeedHub.Jobs;
using FeedHub.Model.Access;
using FeedHub.Model.Health;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Statements.Health;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Tagging;
using Hangfire;

namespace FeedHub.Categories;

/// <summary>
/// The nightly training: a model that starts from the shipped one and learns from the hub's own labelled texts. It is taken only if it
/// does better than the one in use on texts that neither learns from.
/// </summary>
[FailedForADay]
[Queue(LongWork.Queue)]
public sealed class TrainingJob(
    TrainingTexts texts,
    ModelVersions versions,
    Taggers taggers,
    LongWork work,
    DatabaseWriter writer,
    AuditLog audit,
    IBackgroundJobClient jobs,
    TimeProvider time)
{
    /// <summary>Id of the recurring job.</summary>
    public const string JobId = "train-categories";

    /// <summary>Fewer tell nothing: the difference between two models would be chance.</summary>
    internal const int MinHeldBack = 50;

    private static readonly TimeSpan Later = TimeSpan.FromMinutes(2);

    /// <summary>Trains; the line returned is the job's result on the dashboard.</summary>
    [JobDisplayName("Train the categories' model on the hub's own items")]
    [AutomaticRetry(Attempts = 0)]
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        if (!work.TryEnter())
        {
            jobs.Schedule<TrainingJob>(job => job.RunAsync(CancellationToken.None), Later);
            return "another long job is under way: tried again in two minutes";
        }

        try
        {
            return await TrainAsync(cancellation);
        }
        finally
        {
            work.Leave();
        }
    }

    private async Task<string> TrainAsync(CancellationToken cancellation)
    {
        var set = await texts.GatherAsync(cancellation);
        if (set.HeldBack.Count < MinHeldBack)
            return $"nothing trained: {set.HeldBack.Count} texts of a known category are there to judge a model by, and {MinHeldBack} "
                + $"are needed";
        var inUse = taggers.Model;
        var (model, score, former) = await Task.Run(() => Train(set, inUse, cancellation), cancellation);
        var taken = score.IsBetterThan(former);
        await versions.AddAsync(
            new()
            {
                TrainedAt = time.GetUtcNow(),
                Examples = set.Examples.Count,
                Corrections = set.Corrections,
                HeldBack = set.HeldBack.Count,
                Score = score.First,
                FormerScore = former.First,
                Model = taken ? Bytes(model) : null,
            },
            cancellation);
        var result = Reason.Of(
            taken ? ReasonCode.ModelTaken : ReasonCode.ModelNotTaken,
            Percent(score.First), Percent(former.First), set.HeldBack.Count, set.Examples.Count, set.Corrections);
        if (taken)
            await TellAsync(result);
        return result.ToString();
    }

    private static string Percent(double share) => share.ToString("P1", CultureInfo.InvariantCulture);

    private async Task TellAsync(Reason result)
    {
        await writer.RunAsync(session => HealthEvents.Record(
            session,
            HealthEventKind.ModelRetrained,
            time.GetUtcNow(),
            Reason.Of(ReasonCode.ModelRetrained, result)), CancellationToken.None);
        await audit.AddAsync(AuditArea.Categories, "model retrained", result.ToString(), CancellationToken.None);
    }

    private static (CategoryModel Model, ModelScore Score, ModelScore Former) Train(
        TrainingSet set,
        Lazy<CategoryModel> inUse,
        CancellationToken cancellation)
    {
        var model = ModelTrainer.Train(set.Examples, new() { Prior = CategoryModel.Shipped.Value }, cancellation);
        return (model, ModelScore.Of(model, set.HeldBack), ModelScore.Of(inUse.Value, set.HeldBack));
    }

    private static byte[] Bytes(CategoryModel model)
    {
        using var bytes = new MemoryStream();
        model.Save(bytes);
        return bytes.ToArray();
    }
}
