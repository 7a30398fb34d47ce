namespace FeedHub.Jobs;

/// <summary>An exception whose cause is outside FeedHub: its job failed, without a stack trace.</summary>
public interface IExpectedFailure
{
    /// <summary>What failed, in place of the exception's type.</summary>
    string What { get; }
}
