using FeedHub.Access;

namespace FeedHub.Tests.Access;

/// <summary>What is ended stays so, even if an older state is read from the database at the same time.</summary>
public sealed class EndedMeanwhileTests
{
    private readonly EndedMeanwhile _ended = new();
    private readonly List<string> _stored = ["a", "b"];
    private List<string> _kept = ["a", "b"];

    [Fact]
    public async Task WhatWasReadBeforeAnEnd_IsReadAgain()
    {
        var reads = 0;
        var end = Task.CompletedTask;
        _ended.Read(
            () =>
            {
                List<string> read = [.. _stored];
                if (reads++ == 0)
                    end = EndAsync("a", Task.CompletedTask);
                return read;
            },
            read => _kept = read);
        await end;
        Assert.Equal((2, "b"), (reads, Assert.Single(_kept)));
    }

    [Fact]
    public async Task WhatIsReadWhileItStillStandsInTheDatabase_IsForgottenOnceItIsGone()
    {
        var gone = new TaskCompletionSource();
        var end = EndAsync("a", gone.Task);
        _ended.Read(() => new List<string>(_stored), read => _kept = read);
        Assert.Contains("a", _kept);
        gone.SetResult();
        await end;
        Assert.Equal("b", Assert.Single(_kept));
    }

    private Task EndAsync(string one, Task written) => _ended.EndAsync(() => _kept.Remove(one), async () =>
    {
        await written;
        _stored.Remove(one);
    });
}
