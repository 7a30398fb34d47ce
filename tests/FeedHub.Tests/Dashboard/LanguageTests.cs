using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FeedHub.Model.Words;
using FeedHub.Tests.Access;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Dashboard;

/// <summary>The dashboard in the visitor's language: no page of ours says in English what it should say in Indonesian.</summary>
public sealed partial class LanguageTests : IDisposable
{
    // Names, and words that both languages have.
    private static readonly HashSet<string> Same = new(StringComparer.OrdinalIgnoreCase)
    {
        "FeedHub", "Hangfire", "API", "Host", "Node", "Feed", "Server", "Filter", "Slug", "Folder", "Model", "Status", "Id", "Rss", "admin",
        "Test news", "Floods", "gardening", "Beta", "Gamma", "Banjir", "Banjir Ciliwung", "Iklan", "politics, sport",
        "robots.txt", "feeds.json", "env", "local",
        "category", "title", "text", "url", "author",
        "feed", "sitemap", "page", "full", "article", "summary", "link", "guid", "composite",
        "interval, backup, pembaca", "appsettings.json", "the environment", "the command line", "drop", "OpenID Connect", "UTC", "alpha",
        "dead", "Storage",
    };

    private static readonly string[] Pages =
    [
        "/hangfire", "/hangfire/sources", "/hangfire/sources?state=failing", "/hangfire/sources?q=nothing-has-this",
        "/hangfire/sources?sort=folder", "/hangfire/sources/alpha", "/hangfire/sources/dead", "/hangfire/sources/import",
        "/hangfire/sources/export", "/hangfire/stories", "/hangfire/stories?q=banjir", "/hangfire/stories?q=nothinghasthis",
        "/hangfire/stories/1", "/hangfire/categories", "/hangfire/feeds", "/hangfire/feeds/floods", "/hangfire/hosts", "/hangfire/nodes",
        "/hangfire/backups", "/hangfire/settings", "/hangfire/settings?q=nothinghasthis", "/hangfire/access", "/hangfire/audit",
        "/hangfire/audit?who=nobody", "/hangfire/help",
    ];

    // What people get wrong in forms, and what stands in none of them any more.
    private static readonly (string Page, string Action, (string, string)[] Fields)[] Mistakes =
    [
        ("/hangfire/settings", "/hangfire/settings", [("key", "Polling:DefaultInterval"), ("value", "kadang-kadang")]),
        ("/hangfire/settings", "/hangfire/settings", [("key", "Polling:DefaultInterval"), ("value", "00:00:00")]),
        ("/hangfire/settings", "/hangfire/settings", [("key", "Polling:MinInterval"), ("value", "90 days")]),
        ("/hangfire/settings", "/hangfire/settings", [("key", "Polling:Contact"), ("value", "me")]),
        ("/hangfire/settings", "/hangfire/settings", [("key", "Categories:Threshold"), ("value", "7")]),
        ("/hangfire/settings", "/hangfire/settings", [("key", "Storage"), ("value", "postgres")]),
        ("/hangfire/settings", "/hangfire/settings", [("key", "Colour"), ("value", "red")]),
        ("/hangfire/settings", "/hangfire/settings/feed", [("title", " "), ("description", "")]),
        ("/hangfire/categories", "/hangfire/categories/words", [("word", "warta"), ("slug", "")]),
        ("/hangfire/categories", "/hangfire/categories/words", [("word", "warta"), ("slug", "gardening")]),
        ("/hangfire/categories", "/hangfire/categories/words", [("word", ""), ("slug", "sport")]),
        ("/hangfire/categories", "/hangfire/categories/words/forget", [("word", "entah-apa")]),
        ("/hangfire/categories", "/hangfire/categories/correct", [("story", "1"), ("primary", "gardening")]),
        ("/hangfire/categories", "/hangfire/categories/correct", [("story", "999"), ("primary", "sport")]),
        ("/hangfire/categories", "/hangfire/categories/try", [("item", ""), ("title", ""), ("text", "")]),
        ("/hangfire/categories", "/hangfire/categories/try", [("item", "999")]),
        ("/hangfire/categories", "/hangfire/categories/threshold", [("value", "high")]),
        ("/hangfire/categories", "/hangfire/categories/model", [("version", "999")]),
        ("/hangfire/categories", "/hangfire/categories/rules", [("slug", "My garden"), ("any", "\"half a phrase"), ("in", "footer")]),
        ("/hangfire/categories", "/hangfire/categories/rules", [("slug", ""), ("sources", "Bukan Sumber")]),
        ("/hangfire/categories", "/hangfire/categories/rules", [("kind", "drop"), ("any", "--")]),
        ("/hangfire/categories", "/hangfire/categories/rules", [("slug", "garden"), ("any", "kebun"), ("was", "gone")]),
        ("/hangfire/categories", "/hangfire/categories/rules/delete", [("kind", "drop"), ("was", "gone")]),
        ("/hangfire/feeds", "/hangfire/feeds", [("slug", "No Slug"), ("title", new('t', 9000)), ("filter", "category=gardening")]),
        ("/hangfire/feeds", "/hangfire/feeds", [("slug", "new"), ("filter", "catgory=sport"), ("order", "best"), ("limit", "many")]),
        ("/hangfire/feeds", "/hangfire/feeds", [("slug", "new"), ("filter", "source=nobody")]),
        ("/hangfire/feeds", "/hangfire/feeds", [("slug", "new"), ("filter", "order=found&order=top"), ("limit", "0")]),
        ("/hangfire/feeds", "/hangfire/feeds", [("slug", "new"), ("filter", "before=yesterday")]),
        ("/hangfire/feeds", "/hangfire/feeds", [("slug", "new"), ("filter", "coverage=1&q=%21")]),
        ("/hangfire/access", "/hangfire/access/keys", [("name", ""), ("role", "admin")]),
        ("/hangfire/access", "/hangfire/access/keys", [("name", ""), ("role", "owner")]),
        ("/hangfire/access", "/hangfire/access/password", [("current", ""), ("password", "short"), ("again", "short")]),
        ("/hangfire/access", "/hangfire/access/password", [("password", "long enough for all"), ("again", "but not the same")]),
        ("/hangfire/sources", "/hangfire/sources", [("url", "ftp://alpha.example/feed")]),
        ("/hangfire/sources", "/hangfire/sources/bulk",
            [("action", "set-interval"), ("which", "all"), ("count", "2"), ("set-interval", "soon")]),
        ("/hangfire/sources", "/hangfire/sources/bulk", [("action", "polish"), ("which", "all")]),
        ("/hangfire/sources/alpha", "/hangfire/sources/alpha", [("url", "https://alpha.example/x y"), ("category", "gardening"),
            ("language", "Bahasa Indonesia"), ("timeZone", "Jakarta time"), ("interval", "now"), ("content", "best"), ("headers", "x")]),
        ("/hangfire/sources", "/hangfire/sources/nobody/pause", []),
        ("/hangfire/sources", "/hangfire/sources", [("url", "https://ana:rahasia@alpha.example/feed")]),
        ("/hangfire/sources", "/hangfire/sources/find", [("site", "https://300.1.1.1/feed")]),
        ("/hangfire/sources/import", "/hangfire/sources/import", [("text", "")]),
        ("/hangfire/sources/import", "/hangfire/sources/import", [("text", "<rss/>")]),
        ("/hangfire/sources/import", "/hangfire/sources/import", [("text", "<opml><body/></opml>")]),
        ("/hangfire/stories", "/hangfire/stories/join", [("first", "1"), ("second", "1")]),
        ("/hangfire/stories", "/hangfire/stories/join", [("first", "1"), ("second", "999")]),
        ("/hangfire/stories", "/hangfire/stories/999/hide", []),
        ("/hangfire", "/hangfire/undo", []),
        ("/hangfire", "/hangfire/no-such-page", []),
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EveryPage_IsInIndonesianThroughout_ForAVisitorWhoAsksForIt()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        await using var service = await StartAsync(newsroom);
        var wrong = new List<string>();
        foreach (var page in Pages)
            wrong.AddRange(Untranslated(page, await TextsAsync(service, page, "en"), await TextsAsync(service, page, "id")));
        using var english = new Guest(service, ("Accept-Language", "en"), ("Accept", "text/html"));
        using var indonesian = new Guest(service, ("Accept-Language", "id"), ("Accept", "text/html"));
        foreach (var mistake in Mistakes)
        {
            var (said, same) = (await RefusalAsync(english, mistake), await RefusalAsync(indonesian, mistake));
            var where = $"{mistake.Action} {string.Join(' ', mistake.Fields)}";
            wrong.AddRange(said is null || same is null ? [$"{where} was taken"]
                : Untranslated(where, TextsOf(said, "en"), TextsOf(same, "id")));
        }

        foreach (var asked in Asked(newsroom))
            wrong.AddRange(Untranslated(
                asked.Action, TextsOf(await AnswerAsync(english, asked), "en"), TextsOf(await AnswerAsync(indonesian, asked), "id")));
        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Distinct()));
    }

    // Pages that answer a form.
    private static (string Page, string Action, (string, string)[] Fields)[] Asked(FakeNewsroom newsroom) =>
    [
        ("/hangfire/sources", "/hangfire/sources/find", [("site", newsroom.Url("/site"))]),
        ("/hangfire/sources", "/hangfire/sources/bulk", [("action", "delete"), ("which", "all"), ("count", "2")]),
        ("/hangfire/categories", "/hangfire/categories/try", [("title", "Banjir"), ("text", "Warga mengungsi.")]),
        ("/hangfire/categories", "/hangfire/categories/dry-run",
            [("kind", "category"), ("slug", "floods"), ("any", "ciliwung"), ("in", "title")]),
        ("/hangfire/categories", "/hangfire/categories/dry-run",
            [("kind", "drop"), ("title", "Iklan"), ("any", "ciliwung"), ("in", "title")]),
        ("/hangfire/feeds", "/hangfire/feeds/_/preview", [("slug", "new"), ("filter", "source=alpha")]),
    ];

    [Fact]
    public async Task Answers_AndRefusals_AreInTheVisitorsLanguage_AndAddressesSayNothingOfIt()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        await using var service = await StartAsync(newsroom);
        using var visitor = new Guest(service, ("Accept-Language", "id-ID,id;q=0.9,en;q=0.8"));
        using var none = await visitor.PostAsync("/hangfire/sources", "/hangfire/sources/bulk", ("action", "pause"), ("which", "chosen"));
        Assert.Contains("Tidak ada sumber yang dipilih", await none.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var stranger = new Guest(service, ("Accept-Language", "id"), ("Origin", "https://elsewhere.example"));
        using var foreign = await stranger.PostAsync("/hangfire/sources", "/hangfire/sources/alpha/pause");
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Contains("situs lain ditolak", await foreign.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var weak =
            await visitor.PostAsync("/hangfire/access", "/hangfire/access/password", ("password", "pendek"), ("again", "lain"));
        var wrong = await weak.Content.ReadAsStringAsync();
        Assert.Contains("Kata sandi terlalu pendek", wrong, StringComparison.Ordinal);
        Assert.Contains("Kedua kata sandi tidak sama", wrong, StringComparison.Ordinal);
        using var paused = await visitor.PostAsync("/hangfire/sources/alpha", "/hangfire/sources/alpha/pause");
        Assert.Equal("/hangfire/sources/alpha?done=paused", paused.Headers.Location!.ToString());
        var after = await visitor.PageAsync("/hangfire/sources/alpha?done=paused");
        Assert.Contains("Sumber dijeda.", after, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"id\"", after, StringComparison.Ordinal);
        var jobs = await visitor.PageAsync("/hangfire/recurring");
        Assert.Contains("<html lang=\"en\"", jobs, StringComparison.Ordinal);
        Assert.Contains("Ikhtisar</a>", jobs, StringComparison.Ordinal);
        Assert.Contains("Semua zona waktu", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Asia/Pontianak", after, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Asia/Pontianak\">", await visitor.PageAsync("/hangfire/zones"), StringComparison.Ordinal);
        Assert.Contains("never", RelativeTime.Of(null, DateTimeOffset.UnixEpoch), StringComparison.Ordinal);
    }

    private async Task<TestService> StartAsync(FakeNewsroom newsroom)
    {
        newsroom.Serve("/alpha", Feeds.Rss("Alpha", new Written(
            "a-1", "https://alpha.example/1", "Banjir Ciliwung", DateTimeOffset.UtcNow.AddHours(-2), Told.Html(Told.Flood))));
        newsroom.Answer("/dead", 500);
        newsroom.Serve("/beta", Feeds.Rss("Beta", new Written("b-1", "https://beta.example/1", "Pasar ikan")));
        newsroom.Serve("/gamma", Feeds.Rss("Gamma", new Written("g-1", "https://gamma.example/1", "Sekolah libur")));
        newsroom.Serve("/site", "<html><head><link rel='alternate' type='application/rss+xml' href='/beta'>"
            + "<link rel='alternate' type='application/rss+xml' href='/gamma'></head></html>", "text/html");
        var service = await TestService.StartAsync(_folder, $$"""
            { "title": "Test news", "sources": [ {{Feeds.Source(newsroom.Url("/alpha"), "alpha")}}, {{Feeds.Source(newsroom.Url("/dead"), "dead")}} ],
              "categories": [ { "slug": "floods", "any": ["banjir"] } ], "drop": [ { "title": "Iklan", "any": ["pariwara"] } ],
              "feeds": [ { "slug": "floods", "title": "Banjir", "filter": "category=floods" } ] }
            """);
        foreach (var source in (string[])["alpha", "dead"])
            await service.PollAsync(source);
        return service;
    }

    private static IEnumerable<string> Untranslated(string where, HashSet<string> english, HashSet<string> indonesian) =>
    [
        .. indonesian.Where(english.Contains).Where(IsWords).Select(text => $"{where}: “{text}” in both"),
        .. indonesian.Where(text => EnglishWord().IsMatch(Property().Replace(text, "")) && !IsName(text))
            .Select(text => $"{where}: “{text}” is English"),
    ];

    private static async Task<string> AnswerAsync(Guest visitor, (string Page, string Action, (string, string)[] Fields) asked)
    {
        using var answer = await visitor.PostAsync(asked.Page, asked.Action, asked.Fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<string?> RefusalAsync(Guest visitor, (string Page, string Action, (string, string)[] Fields) mistake)
    {
        using var answer = await visitor.PostAsync(mistake.Page, mistake.Action, mistake.Fields);
        return (int)answer.StatusCode is >= 400 and < 500 ? await answer.Content.ReadAsStringAsync() : null;
    }

    private static async Task<HashSet<string>> TextsAsync(TestService service, string page, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        using var answer = await service.Client.SendAsync(request);
        return TextsOf(await answer.Content.ReadAsStringAsync(), language);
    }

    private static HashSet<string> TextsOf(string html, string language)
    {
        using var document = new HtmlParser().ParseDocument(html);
        Assert.Equal(language, document.DocumentElement.GetAttribute("lang"));
        foreach (var other in document.QuerySelectorAll("script, style, pre, code, bdi, time, textarea, datalist, [lang=en], .fh-url")
            .Where(_ => language == "id"))
            other.Remove();
        return [.. document.Descendants<IText>().Select(text => text.Data)
            .Concat(document.All.SelectMany(element => SaidBy(element)))
            .Select(text => Blanks().Replace(text, " ").Trim()).Where(text => text.Length > 0)];
    }

    private static IEnumerable<string> SaidBy(IElement element) =>
        ((string[])["title", "aria-label", "placeholder", "data-label"]).Select(element.GetAttribute).OfType<string>();

    private static bool IsWords(string text) => Word().IsMatch(text) && !IsName(text);

    // What one looks up rather than reads: keys, ids, addresses, instants, what a server said.
    private static bool IsName(string text) =>
        Same.Contains(text.Replace(" · FeedHub", "", StringComparison.Ordinal).Trim(' ', ':', '.', ',', '(', ')')) || Name().IsMatch(text);

    [GeneratedRegex(@"^\S*[:/\d-]\S*$|^[a-z]+[A-Z]\w+$|^[A-Z][a-z]+[A-Z]\w+$|^\d{4}-\d\d-\d\d |^HTTP \d|\(commit |://")]
    private static partial Regex Name();

    // A name of feeds.json, in quotes.
    [GeneratedRegex("\"\\w+\"")]
    private static partial Regex Property();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(the|of|is|are|and|that|with|from|not|there|it|was|be|by|or|one|all|each|what|who)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWord();
}
