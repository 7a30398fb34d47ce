using FeedHub.Publishing.Briefings;

namespace FeedHub.Tests.Publishing;

/// <summary>Who asks for many briefings takes places from itself alone.</summary>
public class BriefingAllowanceTests
{
    private readonly BriefingAllowance _places = new(TimeProvider.System);

    [Fact]
    public void TheOneAskedForLeastLately_GivesItsPlace_UnlessSomebodyElseReadsItToo()
    {
        Assert.Null(Begin("one", "a"));
        Assert.Null(Begin("one", "b"));
        Assert.Null(Begin("one", "c"));
        _places.Touch("two", "a");
        _places.Touch("one", "b");
        string?[] given = [.. Enumerable.Range(0, BriefingAllowance.MostOfClient).Select(n => Begin("one", $"{n}"))];
        Assert.Equal(["c", "b"], given.OfType<string>());
        Assert.Null(Begin("two", "d"));
    }

    private string? Begin(string client, string key)
    {
        Assert.True(_places.TryBegin(client, key, out var gives));
        return gives;
    }
}
