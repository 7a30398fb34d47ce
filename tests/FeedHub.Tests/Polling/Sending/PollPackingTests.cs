using System.Text;
using FeedHub.Fetching;
using FeedHub.Ingesting;
using FeedHub.Model.Sources;
using FeedHub.Polling;
using FeedHub.Polling.Sending;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FeedHub.Tests.Polling.Sending;

public sealed class PollPackingTests
{
    [Fact]
    public async Task APollThatWasSent_IsThePollThatWasRead()
    {
        using var folder = new TempFolder();
        await using var newsroom = await FakeNewsroom.StartAsync();
        newsroom.Serve("/a", Feeds.Rss("a", new Written("1", "https://a.example/1", "The first")));
        folder.File("feeds.json", Feeds.Json(Feeds.Source(newsroom.Url("/a"), "a")));
        await using var service = await TestService.StartAsync(folder);
        await service.PollAsync("a");
        var source = await SourceAsync(service);
        var packing = new PollPacking(
            The<FeedReader>(service), The<SourceMemory>(service), The<INodes>(service), The<TimeProvider>(service));

        foreach (var body in Bodies())
        {
            var poll = Read(service, source, body);
            var sent = packing.Pack(poll);
            var come = packing.Unpack(sent, source);
            Assert.Equal(sent, packing.Pack(Asked(come)));
            Assert.Equal(poll.Read.Error, come.Read.Error);
            Assert.Equal(HashesOf(poll), HashesOf(come));
            Assert.Equal(poll.Read.Document?.Places?.Count, come.Read.Document?.Places?.Count);
            Assert.True(The<FeedReader>(service).IsCurrent(come.Read));
            Assert.Equal("\"e\"", come.Answer.Fetched.ETag);
        }
    }

    // The known item and a new one; hostile texts; no feed at all.
    private static IEnumerable<string> Bodies() =>
    [
        Feeds.Rss("a", new Written("2", "https://a.example/2", "The second"), new Written("1", "https://a.example/1", "The first")),
        """
        { "version": "https://jsonfeed.org/version/1.1", "title": "a", "items": [ { "id": "3",
          "title": "NUL \u0000 and half of \ud83d a face", "content_html": "<p>\udc00 <b>bold</b>", "url": "https://a.example/3",
          "date_published": "2026-03-01T10:00:00Z", "attachments": [ { "url": "https://a.example/3.mp3", "mime_type": "audio/mpeg" } ] } ] }
        """,
        $"<html><title>Not here</title>{new string('x', 500)}</html>",
    ];

    private static IEnumerable<(long, long, string?)>? HashesOf(ReadPoll poll) =>
        poll.Read.Document?.Items.Select(item => (item.ContentHash, item.Reading.TextHash, item.Identified.CanonicalUrl));

    // What was not read is read once somebody asks: then it is sent too.
    private static ReadPoll Asked(ReadPoll poll)
    {
        var asked = poll.Read.Document?.Items.Where(item => item.ReadSoFar is null && !poll.Known.ContentHashes.Contains(item.ContentHash));
        Assert.All(asked ?? [], item => Assert.NotNull(item.Reading));
        return poll;
    }

    private static ReadPoll Read(TestService service, Source source, string body)
    {
        var answer = new PollAnswer(source, DateTimeOffset.UtcNow, new()
        {
            Outcome = FetchOutcome.Fetched,
            FinalUrl = source.Url,
            Status = 200,
            ETag = "\"e\"",
            Body = Encoding.UTF8.GetBytes(body),
            Error = Reason.Sentence("nothing"),
            Sent = [new("a.example", DateTimeOffset.UtcNow, 200)],
        });
        var known = The<SourceMemory>(service).Recall(answer);
        return new(answer, The<FeedReader>(service).Read(source, answer.Fetched, known, DateTimeOffset.UtcNow), known);
    }

    private static async Task<Source> SourceAsync(TestService service)
    {
        await using var db = await service.DatabaseAsync();
        return await db.Sources.AsNoTracking().SingleAsync();
    }

    private static T The<T>(TestService service)
        where T : notnull => service.Services.GetRequiredService<T>();
}
