using System.Net;
using System.Xml;
using FeedHub.Demo;

namespace FeedHub.Tests.Demo;

public sealed class NewsroomFeedTests
{
    public static TheoryData<string> Open => [.. Publishers.All.Where(p => p.Manner != Manner.Gone).Select(p => p.Slug)];

    public static TheoryData<string> WellFormed =>
        [.. Publishers.All.Where(p => p.Manner != Manner.Gone && !p.Broken).Select(p => p.Slug)];

    [Theory]
    [MemberData(nameof(WellFormed))]
    public async Task Feed_AtStart_IsWellFormedWithItsItems(string slug)
    {
        await using var room = await OpenNewsroom.StartAsync();
        var publisher = Publishers.Of(slug);
        using var answer = await room.PollAsync(publisher);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var items = ReadEdition.Items(publisher, await answer.Content.ReadAsStringAsync());
        Assert.InRange(items.Count, slug == "kabar-nusantara-ekonomi" ? 3 : 10, 20);
        Assert.Distinct(items.Select(item => item.Id));
        Assert.All(items, item => Assert.StartsWith(room.Newsroom.Address.ToString(), item.Url));
    }

    [Fact]
    public async Task Feed_OfTheBrokenPublisher_IsNotXml()
    {
        await using var room = await OpenNewsroom.StartAsync();
        using var answer = await room.GetAsync("/harian-pesisir/rss");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Contains("&nbsp;", text);
        Assert.Contains("pelabuhan & pantai", text);
        Assert.Throws<XmlException>(() => ReadEdition.Items(Publishers.Of("harian-pesisir"), text));
    }

    [Theory]
    [MemberData(nameof(Open))]
    public async Task Feed_AskedWithItsOwnValidators_Answers304(string slug)
    {
        await using var room = await OpenNewsroom.StartAsync();
        var publisher = Publishers.Of(slug);
        using var first = await room.PollAsync(publisher);
        using var byTag = await room.PollAsync(publisher, headers => headers.IfNoneMatch.Add(first.Headers.ETag!));
        using var byDate = await room.PollAsync(publisher, headers => headers.IfModifiedSince = first.Content.Headers.LastModified);
        using var other = await room.PollAsync(publisher, headers =>
        {
            headers.IfNoneMatch.ParseAdd("\"another\"");
            headers.IfModifiedSince = first.Content.Headers.LastModified;
        });

        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, byTag.StatusCode);
        Assert.Equal(first.Headers.ETag, byTag.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, byDate.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [MemberData(nameof(WellFormed))]
    public async Task Feed_WhenTimePasses_BringsNewItemsUnderANewTag(string slug)
    {
        await using var room = await OpenNewsroom.StartAsync();
        var publisher = Publishers.Of(slug);
        using var before = await room.PollAsync(publisher);
        var known = ReadEdition.Items(publisher, await before.Content.ReadAsStringAsync()).Select(item => item.Id);

        room.Time.Advance(TimeSpan.FromMinutes(4));
        using var after = await room.PollAsync(publisher, headers => headers.IfNoneMatch.Add(before.Headers.ETag!));

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.NotEmpty(ReadEdition.Items(publisher, await after.Content.ReadAsStringAsync()).Select(item => item.Id).Except(known));
    }

    [Fact]
    public async Task Feed_InGzip_HasATagOfItsOwn()
    {
        await using var room = await OpenNewsroom.StartAsync();
        using var plain = await room.GetAsync("/kabar-nusantara/rss");
        using var packed = await room.GetAsync("/kabar-nusantara/rss", headers => headers.AcceptEncoding.ParseAdd("gzip"));

        Assert.Equal(["gzip"], packed.Content.Headers.ContentEncoding);
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
        Assert.True(packed.Content.Headers.ContentLength < plain.Content.Headers.ContentLength / 2);
    }
}
