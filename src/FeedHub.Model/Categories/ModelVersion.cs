namespace FeedHub.Model.Categories;

/// <summary>A training: what it was done with, how it scored, and its model if that was better than the one in use.</summary>
public sealed class ModelVersion
{
    public long Id { get; set; }

    public DateTimeOffset TrainedAt { get; set; }

    /// <summary>Texts that it learnt from.</summary>
    public int Examples { get; set; }

    /// <summary>Texts among them that a person labelled.</summary>
    public int Corrections { get; set; }

    /// <summary>Texts that it was judged by and had not seen.</summary>
    public int HeldBack { get; set; }

    /// <summary>Share of those whose surest guess was right, from 0 to 1.</summary>
    public double Score { get; set; }

    /// <summary>The same of the model that was in use.</summary>
    public double FormerScore { get; set; }

    /// <summary>What <see cref="Syndication.Tagging.CategoryModel.Save"/> wrote; null where it was not better and was thrown
    /// away.</summary>
    public byte[]? Model { get; set; }

    /// <summary>Whether new items are asked about with it; where no version is in use, the shipped model is.</summary>
    public bool InUse { get; set; }
}
