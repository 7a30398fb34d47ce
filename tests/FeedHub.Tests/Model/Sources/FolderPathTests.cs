using FeedHub.Model.Sources;

namespace FeedHub.Tests.Model.Sources;

/// <summary>Paths of folders.</summary>
public sealed class FolderPathTests
{
    [Theory]
    [InlineData("Regional", "Regional")]
    [InlineData("  Asia / East  Timor/Dili ", "Asia/East  Timor/Dili")]
    [InlineData("Cafe\u0301", "Café")]
    public void APath_HasOneSpelling(string written, string stored)
    {
        Assert.Null(FolderPath.Problem(written));
        Assert.Equal(stored, FolderPath.Normal(written));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/Regional")]
    [InlineData("Regional/")]
    [InlineData("Regional/ /Bali")]
    [InlineData("Regional\u0007")]
    [InlineData("Two\nlines")]
    [InlineData("-Regional")]
    [InlineData("Regional\u202egnp")]
    [InlineData("\u2066Bali\u2069")]
    [InlineData("Bali\u200f")]
    [InlineData("\u061cBali")]
    [InlineData("1/2/3/4/5/6/7/8/9/10/11")]
    public void WhatIsNoPath_IsRefusedInWords(string written) =>
        Assert.Contains("write a path such as", FolderPath.Problem(written), StringComparison.Ordinal);

    [Fact]
    public void APath_HasTwoHundredCharactersAtMost()
    {
        Assert.Null(FolderPath.Problem(new string('a', 200)));
        Assert.NotNull(FolderPath.Problem(new string('a', 201)));
    }

    [Fact]
    public void FoldersOfAList_BecomeAPathThatIsValid()
    {
        Assert.Null(FolderPath.Of([" ", "-"]));
        Assert.Equal("AC-DC/Live", FolderPath.Of(["AC/DC", "", "Live"]));
        Assert.Equal("a/b", FolderPath.Of(["a", "b", new string('c', 200), "d"]));
        Assert.Equal("0/1/2/3/4/5/6/7/8/9", FolderPath.Of(Enumerable.Range(0, 12).Select(n => $"{n}")));
        Assert.Equal("Regionalgnp/Bali", FolderPath.Of(["Regional\u202egnp", "\u2067", "\u061cBali\u2069"]));
        Assert.Null(FolderPath.Problem(FolderPath.Of(["- x\t", "\u2028y"])!));
    }

    [Fact]
    public void AFolder_HoldsItsSubfolders_ButNotThoseThatOnlyBeginAlike()
    {
        Assert.True(FolderPath.IsWithin("Asia", "Asia") && FolderPath.IsWithin("Asia/Bali", "Asia"));
        Assert.False(FolderPath.IsWithin("Asia Minor", "Asia") || FolderPath.IsWithin("Asia", "Asia/B"));
        Assert.False(FolderPath.IsWithin(null, "Asia"));
        Assert.Equal(["Asia", "Asia/Bali"], FolderPath.Around("Asia/Bali"));
    }
}
