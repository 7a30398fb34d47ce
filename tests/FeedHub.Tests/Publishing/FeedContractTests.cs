using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using FeedHub.Model.Settings;
using FeedHub.Model.Stories;
using FeedHub.Publishing;
using FeedHub.Publishing.Search;
using FeedHub.Storage.Statements.Search;
using FeedHub.Storage.Writing;
using FeedHub.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FeedHub.Tests.Publishing;

/// <summary>What the contract says of filters, paging and HTTP, over one service and all three formats.</summary>
public sealed class FeedContractTests : IAsyncLifetime
{
    private static readonly string[] Formats = [.. FeedOutput.All.Select(output => output.Path)];
    private static readonly XNamespace AtomNames = "http://www.w3.org/2005/Atom";
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/a", Feed("Alpha", 12, "Politik"));
        _newsroom.Serve("/b", Feed("Beta", 9, "Olahraga"));
        _service = await TestService.StartAsync(
            _folder, Feeds.Json(
                Feeds.Source(_newsroom.Url("/a"), "Alpha", "\"language\": \"id\""),
                Feeds.Source(_newsroom.Url("/b"), "Beta", "\"language\": \"en-GB\"")));
        await _service.PollAsync("alpha");
        await _service.PollAsync("beta");
        await IndexedAsync();
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task EveryFilterCombination_IsAFeedWithItsOwnAddressTitleAndETag_InAnySpelling()
    {
        var (etags, titles) = (new List<string>(), new List<string>());
        foreach (var (asked, self) in new[]
        {
            ("", ""), ("?category=sport", "?category=sport"), ("?category=sport&category=politics", "?category=politics&category=sport"),
            ("?source=alpha", "?source=alpha"), ("?source=beta&source=alpha&source=alpha", "?source=alpha&source=beta"),
            ("?language=en", "?language=en"),
            ("?limit=3&q=berita", "?q=berita&limit=3"),
            ("?q=berita&limit=3&language=id&source=alpha&category=politics&utm_source=x",
                "?category=politics&source=alpha&language=id&q=berita&limit=3"),
            ("?q=%22berita%20ke%22", "?q=%22berita%20ke%22"), ("?utm_source=x", ""),
        })
        {
            foreach (var format in Formats)
            {
                using var answer = await _service.Client.GetAsync(format + asked);
                var (body, location) = (await answer.Content.ReadAsStringAsync(), _service.Address + format + self);
                Assert.Equal((HttpStatusCode.OK, location), (answer.StatusCode, SelfOf(format, body)));
                Assert.StartsWith($"<{location}>; rel=\"self\"", answer.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
                etags.Add(answer.Headers.ETag!.Tag);
            }

            titles.Add((await _service.GetJsonAsync("/feed.json" + asked)).GetProperty("title").GetString()!);
        }

        // The last is the first in another spelling.
        Assert.Equal(etags[..3], etags[^3..]);
        Assert.Equal(etags.Count - 3, etags.Distinct().Count());
        Assert.Equal(titles.Count - 1, titles.Distinct().Count());
        Assert.EndsWith(", Alpha, Indonesian, “berita”", titles[7], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WalkingNext_ShowsEveryStoryOnce_InEveryFormatAndUnderEveryFilter_WhileNewOnesCome()
    {
        var items = 12;
        foreach (
            var start in (string[])["/feed.rss?limit=4", "/feed.atom?limit=4&language=id", "/feed.json?limit=4&q=berita",
                "/feed.atom?limit=3&category=politics&q=ber*+OR+alpha"])
        {
            var (seen, there) = (new List<string>(), items);
            for (var next = start; next is not null;)
            {
                var (ids, following) = Read(next, await _service.Client.GetStringAsync(next));
                seen.AddRange(ids);
                next = following;
                _newsroom.Serve("/a", Feed("Alpha", ++items, "Politik"));
                await _service.PollAsync("alpha");
                await IndexedAsync();
            }

            var old = Enumerable.Range(1, there).Select(n => $"tag:alpha.example,2026:{n}");
            Assert.Equal(seen.Count, seen.Distinct().Count());
            Assert.Empty(old.Except(seen));
        }
    }

    [Fact]
    public async Task StoriesOfOneSecond_AreWalkedOnceToo()
    {
        await using (var db = await _service.DatabaseAsync())
        {
            foreach (var sql in (string[])
            [
                "UPDATE Stories SET SortAt = SortAt / 10000000 * 10000000 + Id * 7919 % 1000",
                "UPDATE StorySources SET SortAt = (SELECT SortAt FROM Stories WHERE Id = StoryId)",
                "UPDATE StoryCategories SET SortAt = (SELECT SortAt FROM Stories WHERE Id = StoryId)",
            ])
                await db.Database.ExecuteSqlRawAsync(sql);
        }

        _service.Services.GetRequiredService<StoryChanges>().Raise();
        await IndexedAsync();
        foreach (var start in Enumerable.Range(
            2,
            6).SelectMany(limit =>
                (string[])[$"/feed.json?limit={limit}&q=berita", $"/feed.json?limit={limit}&q=be*", $"/feed.json?limit={limit}",
                    $"/feed.json?limit={limit}&language=id&language=en"]))
        {
            var seen = new List<string>();
            for (var next = start; next is not null;)
            {
                var (ids, following) = Read(next, await _service.Client.GetStringAsync(next));
                seen.AddRange(ids);
                next = following;
            }

            Assert.Equal((start, 21, 21), (start, seen.Count, seen.Distinct().Count()));
        }
    }

    [Fact]
    public async Task AStoryThatMovedWhileItWasBeingIndexed_IsFoundOnce()
    {
        var writer = _service.Services.GetRequiredService<SearchWriter>();
        using (await writer.TurnAsync(CancellationToken.None))
        {
            await using var db = await _service.DatabaseAsync();
            var story = await db.Stories.AsNoTracking().FirstAsync();
            await db.Stories.Where(s => s.Id == story.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.SortAt, story.SortAt.AddHours(-1)));
            var asItWas = SearchableStory.Of(story.Id, story.SortAt, "berita");
            writer.Run(session => SearchIndex.Write(session, [asItWas]));

            // Where it was it is not found any more, and where it is not yet.
            await AssertFoundAsync(20);
        }

        await IndexedAsync();
        await AssertFoundAsync(21);
    }

    private async Task AssertFoundAsync(int stories)
    {
        foreach (var limit in (int[])[2, 50])
        {
            var address = $"/feed.json?limit={limit}&q=berita";
            var (ids, _) = Read(address, await _service.Client.GetStringAsync(address));
            Assert.Equal((Math.Min(limit, stories), Math.Min(limit, stories)), (ids.Count, ids.Distinct().Count()));
        }
    }

    [Fact]
    public async Task HostileFilters_AreRefusedByName_OrAnswered()
    {
        foreach (var (query, parameter) in new[]
        {
            (string.Concat(Enumerable.Repeat("&category=sport", 1000)), "category"), (string.Concat(
                Enumerable.Repeat("&source=alpha", 51)), "source"), ("&language=" + new string('a', 10_000), "language"),
            ("&category=" + new string(
                'x',
                10_000), "category"), ("&source=%00", "source"), ("&limit=1&limit=2", "limit"), ("&limit=", "limit"),
                    ("&limit=+5", "limit"), ("&limit=5.0", "limit"), ("&limit=%D9%A5", "limit"),
            ("&before=", "before"), ("&before=1-1&before=2-2", "before"), ("&before=" + new string(
                'f',
                10_000), "before"), ("&before=ffffffffffffffff-1", "before"), ("&before=1-1-1.2", "before"),
                    ("&language=id_ID", "language"), ("&language=", "language"),
            ("&catgory=sport", "catgory"), ("&Source=-alpha", "Source"), ("&lang=id", "lang"), ("&sources=alpha", "sources"),
            ("&LIMIT=0", "LIMIT"),
            ("&coverage=1", "coverage"), ("&group=topic", "group"), ("&q=-", "q"),
        })
        {
            using var answer = await _service.Client.GetAsync("/feed.atom?" + query[1..]);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal((Short(query), HttpStatusCode.BadRequest), (Short(query), answer.StatusCode));
            var problem = JsonDocument.Parse(text).RootElement;
            Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
            Assert.StartsWith(parameter + ": ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
            Assert.InRange(text.Length, 1, 1500);
        }

        foreach (var query in (string[])["?before=fffffffffffffff-fffffffffffffff", "?before=0-0",
            "?utm_source=x&fbclid=y&_=1&v=2&ref=a&page=3&share=b", "?q=" + new string(
            'a',
            20_000), "?q=a*+b*+c*+d*+e*+f*", "?q=" + string.Concat(Enumerable.Repeat("be*+OR+", 500)), "?q=-a+-b", "?x="
                + new string('y', 20_000)])
        {
            using var answer = await _service.Client.GetAsync("/feed.json" + query);
            Assert.Equal((Short(query), HttpStatusCode.OK), (Short(query), answer.StatusCode));
        }
    }

    [Fact]
    public async Task A304_HasTheHeadersOfTheWhole_AndTheCodingIsTheOneAskedFor()
    {
        foreach (var (accepted, coding) in new[]
        {
            ("", "identity"), ("identity", "identity"), ("gzip, deflate, br", "br"), ("gzip;q=1.0, br;q=0.5", "gzip"),
            ("br;q=0, *", "gzip"), ("br;q=0, gzip;q=0", "identity"), ("*", "br"), ("GZIP", "gzip"), ("zstd", "identity"),
            (";;,=", "identity"),
        })
        {
            using var whole = await SendAsync("/feed.json", ("Accept-Encoding", accepted));
            Assert.Equal((accepted, coding), (accepted, whole.Content.Headers.ContentEncoding.SingleOrDefault() ?? "identity"));
            using var unchanged = await SendAsync(
                "/feed.json",
                ("Accept-Encoding", accepted),
                ("If-None-Match", "\"other\""),
                ("If-None-Match", whole.Headers.ETag!.ToString()));
            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
            foreach (var name in (string[])["ETag", "Cache-Control", "Vary", "Link", "Access-Control-Allow-Origin"])
                Assert.Equal(whole.Headers.GetValues(name), unchanged.Headers.GetValues(name));
            Assert.Equal(whole.Content.Headers.LastModified, unchanged.Content.Headers.LastModified);
            Assert.Null(unchanged.Content.Headers.ContentType);
        }

        foreach (var format in Formats)
        {
            using var preflight = new HttpRequestMessage(HttpMethod.Options, format + "?category=sport")
            {
                Headers = { { "Origin", "https://reader.example" }, { "Access-Control-Request-Method", "GET" } }
            };
            using var allowed = await _service.Client.SendAsync(preflight);
            Assert.Equal(
                (HttpStatusCode.NoContent, "*"),
                (allowed.StatusCode, allowed.Headers.GetValues("Access-Control-Allow-Origin").Single()));
        }
    }

    [Fact]
    public void CompressedForms_AreMadeOnce()
    {
        var feed = new RenderedFeed(Encoding.UTF8.GetBytes(new string('x', 10_000)), "text/plain", Noon);
        foreach (var coding in (string[])["gzip", "br", "identity"])
            Assert.Same(feed.In(coding), feed.In(coding));
        Assert.Equal(3, new[] { "gzip", "br", "identity" }.Select(feed.ETag).Distinct().Count());
    }

    [Theory]
    [InlineData("00:05:00", "public, max-age=60, stale-while-revalidate=300, stale-if-error=86400")]
    [InlineData("00:00:02", "public, max-age=1, stale-while-revalidate=2, stale-if-error=86400")]
    [InlineData("06:00:00", "public, max-age=300, stale-while-revalidate=21600, stale-if-error=86400")]
    public void Caching_FitsTheRhythmOfPolls(string minInterval, string expected)
    {
        var options = new FeedHubOptions();
        options.Polling.MinInterval = TimeSpan.Parse(minInterval, CultureInfo.InvariantCulture);
        Assert.Equal(expected, new FeedCaching(Options.Create(options)).Header);
    }

    private static string Short(string query) => query.Length > 20 ? query[..20] : query;

    private static string? SelfOf(string format, string body) => format == "/feed.json"
        ? JsonDocument.Parse(body).RootElement.GetProperty("feed_url").GetString()
        : LinkOf(body, "self");

    private static string? LinkOf(string xml, string rel) => XDocument.Parse(xml).Root!.DescendantsAndSelf()
        .Where(e => e.Name.LocalName is "channel" or "feed").Elements(AtomNames + "link").Where(
            link => (string?)link.Attribute("rel") == rel).Select(link => (string?)link.Attribute("href")).SingleOrDefault();

    private static (List<string> Ids, string? Next) Read(string address, string body)
    {
        if (!address.Contains("/feed.json", StringComparison.Ordinal))
        {
            var entries = XDocument.Parse(body).Descendants().Where(e => e.Name.LocalName is "item" or "entry");
            return ([.. entries.Select(entry => entry.Elements().First(e => e.Name.LocalName is "guid" or "id").Value)],
                LinkOf(body, "next"));
        }

        var feed = JsonDocument.Parse(body).RootElement;
        return ([.. feed.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)], feed.TryGetProperty(
            "next_url",
            out var next) ? next.GetString() : null);
    }

    private async Task<HttpResponseMessage> SendAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _service.Client.SendAsync(request);
    }

    private Task IndexedAsync() => _service.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(CancellationToken.None);

    private static string Feed(string title, int items, string category) => Feeds.Rss(title, Enumerable.Range(1, items).Select(n =>
        new Written(
            $"tag:{title.ToLowerInvariant()}.example,2026:{n}",
            $"https://{title.ToLowerInvariant()}.example/{n}",
            $"{title} berita ke-{n}",
            Noon.AddMinutes(n),
            "Teks",
            category)));
}
