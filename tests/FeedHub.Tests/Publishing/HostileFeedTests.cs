using System.Text;
using FeedHub.Tests.Hosting;
using FeedHub.Tests.Publishing.Rules;

namespace FeedHub.Tests.Publishing;

/// <summary>No matter what publishers send, the merged feeds break no rule of the W3C validator, and say the same.</summary>
public sealed class HostileFeedTests : IAsyncLifetime
{
    private static readonly string[] Texts =
    [
        "]]> <![CDATA[ x ]]>", "<script>alert(1)</script> & </title>", "&amp;nbsp; &bogus; <b>bold</b>", "a\u0085b\u0080c\u009Fd\uFFFDe",
        "日本語と한국어和中文", "مرحبا \u202Eبالعالم\u202C שלום",
        "👩‍👩‍👧‍👦 🇮🇩 \U0010FFFD", "Z͑ͫa̴l̸g̷o", "'; DROP TABLE items; --",
        "<?xml version=\"1.0\"?><!DOCTYPE x>", "--> <!-- \\\" \\u0022",
        "  ", "<img src=x onerror=alert(1)>",
        "<a href=\"/relative\">r</a><a href=\"javascript:x()\">j</a><form action=/x><input></form><meta http-equiv=refresh><base "
            + "href=//evil.example>",
        "<style>*{}</style><object data=x></object><embed src=x><p style=\"position:fixed\">styled</p><svg onload=x()></svg>",
        "<p>open <b>tags <i>everywhere", "<table><p>foster</p><tr><td>x", string.Concat(
            Enumerable.Repeat("<p>panjang sekali &amp; ]]&gt; 👍</p>", 20_000)),
    ];

    private readonly TempFolder _folder = new();
    private FakeNewsroom _newsroom = null!;
    private TestService _service = null!;

    public async Task InitializeAsync()
    {
        _newsroom = await FakeNewsroom.StartAsync();
        _newsroom.Serve("/rss", Rss());
        _newsroom.Serve("/atom", Atom(), "application/atom+xml");
        _service = await TestService.StartAsync(
            _folder, Feeds.Json(Feeds.Source(_newsroom.Url("/rss"), "Alpha & <b>"), Feeds.Source(_newsroom.Url("/atom"), "Beta")));
        await _service.PollAsync("alpha-b");
        await _service.PollAsync("beta");
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _newsroom.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task NoFeed_BreaksARule()
    {
        foreach (var query in new[] { "", "?limit=7", "?source=beta&limit=5", "?language=id", "?q=日本", "?category=weather" })
        {
            Assert.Empty(RssRules.Broken(await Bytes("/feed.rss" + query), await Self("/feed.rss" + query)));
            Assert.Empty(AtomRules.Broken(await Bytes("/feed.atom" + query), await Self("/feed.atom" + query)));
            Assert.Empty(JsonFeedRules.Broken(await Bytes("/feed.json" + query), await Self("/feed.json" + query)));
        }

        Assert.Equal(2 * Texts.Length, (await _service.ItemsOf("/feed.json")).Count);
    }

    [Fact]
    public async Task RealReaders_SeeTheSameStoriesInAllThree()
    {
        var json = (await _service.ItemsOf("/feed.json")).Select(SeenStory.OfJson).ToList();
        Assert.Equal(36, json.Count);
        foreach (var address in (string[])["/feed.rss", "/feed.atom"])
        {
            var document = Encoding.UTF8.GetString(await Bytes(address));
            Assert.Equal(json, SeenStory.ByCodeHollow(document));
            Assert.Equal(json, SeenStory.ByServiceModel(document));
        }
    }

    [Fact]
    public async Task TheSource_IsNamedWithItsRightsAndIcon()
    {
        var atom = Encoding.UTF8.GetString(await Bytes("/feed.atom?source=beta"));
        Assert.Contains("<rights type=\"text\">© Beta, all rights</rights>", atom, StringComparison.Ordinal);
        Assert.Contains("<icon>https://beta.example/icon.png</icon>", atom, StringComparison.Ordinal);
    }

    private async Task<byte[]> Bytes(string address) => await _service.Client.GetByteArrayAsync(address);

    private async Task<string> Self(string address)
    {
        using var answer = await _service.Client.GetAsync(address);
        return answer.Headers.GetValues("Link").Single().Split('>')[0].TrimStart('<');
    }

    // One second for all of Beta: nothing tells the updates of its entries apart.
    private static string Atom()
    {
        var entries = Texts.Select((text, n) =>
            $"""
            <entry><id>{(n % 2 == 0 ? $"tag:beta.example,2026:{n}" : $"HTTP://Beta.Example:80/{n}")}</id><title type="html">{Escaped(text)}</title><link href="https://beta.example/{n}?a=1&amp;b={n}"/>
            <updated>2026-11-20T10:00:00Z</updated><author><name>{Escaped(text)}</name></author><category term="{Escaped(text)}"/><content type="html">{Escaped(text)}</content>
            <link rel="enclosure" href="https://beta.example/{n}.mp3" type="{Escaped(n % 2 == 0 ? "audio/mpeg" : "nonsense")}" length="{n - 1}"/><link rel="enclosure" href="https://beta.example/{n}.ogg"/></entry>
            """);
        return $"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id"><id>x</id><title>Beta</title><rights>© Beta, all rights</rights><icon>https://beta.example/icon.png</icon>{string.Concat(entries)}</feed>""";
    }

    private static string Rss()
    {
        var items = Texts.Select((text, n) =>
            $"""
            <item><guid isPermaLink="false">{n}</guid><title>{Escaped(text)}</title><link>https://alpha.example/{n}</link><description>{Escaped(text)}</description><author>{Escaped(text)}</author>
            <category>{Escaped(text)}</category><pubDate>Thu, 19 Nov 2026 {n:00}:00:00 GMT</pubDate><enclosure url="https://alpha.example/{n} x.jpg" type="image/jpeg" length="-1"/></item>
            """);
        return $"""<rss version="2.0"><channel><title>Alpha</title><link>https://alpha.example/</link><description/>{string.Concat(items)}</channel></rss>""";
    }

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(text);
}
