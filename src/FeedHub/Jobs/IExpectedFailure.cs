namespace FeedHub.Jobs;

/// <summary>An exception that tells how the world is rather than that FeedHub is broken: its job failed, without a stack trace.</summary>
public interface IExpectedFailure
{
    /// <summary>What failed, in place of the exception's type.</summary>
    string What { get; }
}
