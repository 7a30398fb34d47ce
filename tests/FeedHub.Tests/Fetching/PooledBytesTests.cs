using FeedHub.Fetching;

namespace FeedHub.Tests.Fetching;

/// <summary>A body's memory grows with what comes, and nobody else has it until it is given back.</summary>
public sealed class PooledBytesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3_000_000)]
    [InlineData(100)]
    public void WhatCame_IsAllThere_HoweverMuchWasExpected(int expected)
    {
        var sent = new byte[2_500_000];
        new Random(5).NextBytes(sent);
        using var bytes = new PooledBytes(expected);
        for (var from = 0; from < sent.Length;)
        {
            var room = bytes.Room();
            Assert.False(room.IsEmpty);
            var piece = sent.AsMemory(from, Math.Min(sent.Length - from, Math.Min(7777, room.Length)));
            piece.CopyTo(room);
            bytes.Advance(piece.Length);
            from += piece.Length;
        }

        Assert.Equal(sent.Length, bytes.Count);
        Assert.True(bytes.Written.Span.SequenceEqual(sent));
    }

    [Fact]
    public void TwoBodiesAtATime_HaveEachMemoryOfTheirOwn()
    {
        using var first = With(1, 200_000);
        var ended = With(2, 200_000);
        ended.Dispose();
        ended.Dispose();
        using var second = With(3, 200_000);
        using var third = With(4, 200_000);
        Assert.Equal([1, 3, 4], new[] { first, second, third }.Select(bytes => Assert.Single(bytes.Written.ToArray().Distinct())));
    }

    private static PooledBytes With(byte value, int count)
    {
        var bytes = new PooledBytes(0);
        while (bytes.Count < count)
        {
            var room = bytes.Room()[..Math.Min(bytes.Room().Length, count - bytes.Count)];
            room.Span.Fill(value);
            bytes.Advance(room.Length);
        }

        return bytes;
    }
}
