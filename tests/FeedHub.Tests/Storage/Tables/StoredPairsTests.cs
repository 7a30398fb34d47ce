using FeedHub.Storage.Tables;

namespace FeedHub.Tests.Storage.Tables;

public class StoredPairsTests
{
    private static readonly IReadOnlyList<long[]> Pairs = [[1, -8801], [long.MaxValue, long.MinValue], [42, 0]];

    [Fact]
    public void PairsAreWritten_AsAnyValueIs()
    {
        Assert.Equal(StoredJson.Write(Pairs), StoredPairs.Write(Pairs));
        Assert.Equal(StoredJson.Write<IReadOnlyList<long[]>>([]), StoredPairs.Write([]));
    }

    [Fact]
    public void WhatWasWritten_IsReadBack()
    {
        Assert.Equal(Pairs, StoredPairs.Read(StoredPairs.Write(Pairs)));
        Assert.Empty(StoredPairs.Read("[]"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1,2]")]
    [InlineData("[[1]]")]
    [InlineData("[[1,2,3]]")]
    [InlineData("[[1,x]]")]
    public void WhatIsNotOfPairs_IsRefused(string text) => Assert.Throws<FormatException>(() => StoredPairs.Read(text));
}
