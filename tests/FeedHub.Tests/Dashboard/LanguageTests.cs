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
        "Test news", "Floods", "Banjir", "Banjir Ciliwung", "Iklan", "politics, sport", "robots.txt", "feeds.json", "env", "local", "category", "title", "text", "url", "author",
        "publisher_category", "feed", "sitemap", "page", "full", "article", "summary", "link", "obey", "ignore", "guid", "composite",
        "interval, backup, pembaca", "appsettings.json", "the environment", "the command line", "drop", "OpenID Connect", "UTC", "alpha", "dead", "Storage",
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

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EveryPage_IsInIndonesianThroughout_ForAVisitorWhoAsksForIt()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        await using var service = await StartAsync(newsroom);
        var wrong = new List<string>();
        foreach (var page in Pages)
        {
            var (english, indonesian) = (await TextsAsync(service, page, "en"), await TextsAsync(service, page, "id"));
            wrong.AddRange(indonesian.Where(english.Contains).Where(IsWords).Select(text => $"{page}: “{text}” in both"));
            wrong.AddRange(indonesian.Where(text => EnglishWord().IsMatch(text) && !IsName(text))
                .Select(text => $"{page}: “{text}” is English"));
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Distinct()));
    }

    [Fact]
    public async Task Answers_AndRefusals_AreInTheVisitorsLanguage_AndAddressesSayNothingOfIt()
    {
        await using var newsroom = await FakeNewsroom.StartAsync();
        await using var service = await StartAsync(newsroom);
        using var visitor = new Guest(service, ("Accept-Language", "id-ID,id;q=0.9,en;q=0.8"));
        using var none = await visitor.PostAsync("/hangfire/sources", "/hangfire/sources/bulk", ("action", "pause"), ("which", "chosen"));
        Assert.Contains("Tidak ada sumber yang dipilih", await none.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var paused = await visitor.PostAsync("/hangfire/sources/alpha", "/hangfire/sources/alpha/pause");
        Assert.Equal("/hangfire/sources/alpha?done=paused", paused.Headers.Location!.ToString());
        var after = await visitor.PageAsync("/hangfire/sources/alpha?done=paused");
        Assert.Contains("Sumber dijeda.", after, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"id\"", after, StringComparison.Ordinal);
        var jobs = await visitor.PageAsync("/hangfire/recurring");
        Assert.Contains("<html lang=\"en\"", jobs, StringComparison.Ordinal);
        Assert.Contains("Ringkasan</a>", jobs, StringComparison.Ordinal);
        Assert.Contains("never", RelativeTime.Of(null, DateTimeOffset.UnixEpoch), StringComparison.Ordinal);
    }

    private async Task<TestService> StartAsync(FakeNewsroom newsroom)
    {
        newsroom.Serve("/alpha", Feeds.Rss("Alpha", new Written(
            "a-1", "https://alpha.example/1", "Banjir Ciliwung", DateTimeOffset.UtcNow.AddHours(-2), Told.Html(Told.Flood))));
        newsroom.Answer("/dead", 500);
        var service = await TestService.StartAsync(_folder, $$"""
            { "title": "Test news", "sources": [ {{Feeds.Source(newsroom.Url("/alpha"), "alpha")}}, {{Feeds.Source(newsroom.Url("/dead"), "dead")}} ],
              "categories": [ { "slug": "floods", "any": ["banjir"] } ], "drop": [ { "title": "Iklan", "any": ["pariwara"] } ],
              "feeds": [ { "slug": "floods", "title": "Banjir", "filter": "category=floods" } ] }
            """);
        foreach (var source in (string[])["alpha", "dead"])
            await service.PollAsync(source);
        return service;
    }

    private static async Task<HashSet<string>> TextsAsync(TestService service, string page, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        using var answer = await service.Client.SendAsync(request);
        using var document = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
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

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(the|of|is|are|and|that|with|from|not|there|it|was|be|by|or|one|all|each|what|who)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWord();
}
