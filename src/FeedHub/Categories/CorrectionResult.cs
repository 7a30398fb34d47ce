using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Categories;

/// <summary>How a correction ended.</summary>
public enum CorrectionOutcome
{
    Done,
    NotFound,

    /// <summary>A slug is not a category's.</summary>
    Invalid,
}

/// <summary>The result of a correction: done, or what was wrong, in words.</summary>
public sealed record CorrectionResult(CorrectionOutcome Outcome, string? Error = null)
{
    internal static readonly CorrectionResult Done = new(CorrectionOutcome.Done);

    internal static CorrectionResult NotFound => new(CorrectionOutcome.NotFound, Say(
        "there is no story with this id, or nobody has set its categories",
        "tidak ada berita dengan id ini, atau belum ada yang menetapkan kategorinya"));
}
