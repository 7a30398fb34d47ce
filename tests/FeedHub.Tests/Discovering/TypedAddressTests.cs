using FeedHub.Discovering;

namespace FeedHub.Tests.Discovering;

/// <summary>Addresses as people type them.</summary>
public sealed class TypedAddressTests
{
    [Theory]
    [InlineData("  https://paper.example/rss \n", "https://paper.example/rss")]
    [InlineData("<https://paper.example/>", "https://paper.example/")]
    [InlineData("paper.example", "https://paper.example", "http://paper.example")]
    [InlineData("paper.example/berita?x=1", "https://paper.example/berita?x=1", "http://paper.example/berita?x=1")]
    [InlineData("//paper.example/berita", "https://paper.example/berita", "http://paper.example/berita")]
    [InlineData("paper.example:8080/rss", "https://paper.example:8080/rss", "http://paper.example:8080/rss")]
    [InlineData("127.0.0.1:5080", "https://127.0.0.1:5080", "http://127.0.0.1:5080")]
    [InlineData("localhost:5080/a", "https://localhost:5080/a", "http://localhost:5080/a")]
    [InlineData("feed:https://paper.example/rss", "https://paper.example/rss")]
    [InlineData("feed://paper.example/rss", "https://paper.example/rss", "http://paper.example/rss")]
    [InlineData("FEED:http://paper.example/rss", "http://paper.example/rss")]
    [InlineData("itpc://paper.example/rss", "https://paper.example/rss", "http://paper.example/rss")]
    [InlineData("@warta@toot.example", "https://toot.example/@warta")]
    [InlineData(" @warta.kota@toot.example ", "https://toot.example/@warta.kota")]
    [InlineData("acct:@warta@toot.example", "https://toot.example/@warta")]
    [InlineData("r/indonesia", "https://www.reddit.com/r/indonesia/")]
    [InlineData("/r/indonesia/", "https://www.reddit.com/r/indonesia/")]
    [InlineData("u/warta", "https://www.reddit.com/user/warta/")]
    public void Spellings_AreUnderstood(string typed, params string[] meanings) => Assert.Equal(meanings, TypedAddress.Meanings(typed));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://paper.example/")]
    [InlineData("person@paper.example")]
    [InlineData("two words.example")]
    [InlineData("")]
    [InlineData("feed:")]
    [InlineData("@warta@")]
    [InlineData("r/")]
    public void WhatIsNoAddress_StaysAsItIs(string typed) => Assert.Equal([typed], TypedAddress.Meanings(typed));
}
