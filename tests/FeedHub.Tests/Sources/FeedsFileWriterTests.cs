using FeedHub.Model.OwnFeeds;
using FeedHub.Model.Sources;
using FeedHub.Sources;
using FeedHub.Sources.Exporting;
using FeedHub.Syndication.Extracting.Lists;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Tests.Sources;

/// <summary>What is written is read back as it was.</summary>
public sealed class FeedsFileWriterTests
{
    [Fact]
    public void AnyFile_ReadBack_SaysTheSame()
    {
        var dice = new Random(8);
        for (var round = 0; round < 200; round++)
        {
            var file = AnyFile(dice);
            var text = FeedsFileWriter.Write(file);
            var read = FeedsFileReader.Parse(text);
            Assert.True(read.File is not null, $"{string.Join("; ", read.Errors)}\n{text}");
            Assert.Equal(text, FeedsFileWriter.Write(read.File));
            Assert.Equal(file.Sources.Select(Told), read.File.Sources.Select(Told));
            Assert.Equal((file.Title, file.Description, file.Schema), (read.File.Title, read.File.Description, read.File.Schema));
            Assert.Equal(file.Categories.Select(Told), read.File.Categories.Select(Told));
            Assert.Equal(file.Feeds, read.File.Feeds);
        }
    }

    private static FeedsFile AnyFile(Random dice) => new()
    {
        Title = Text(dice), Description = dice.Next(2) == 0 ? "" : Text(dice), Schema = dice.Next(2) == 0 ? null : "feeds.schema.json",
        Sources = [.. Enumerable.Range(0, dice.Next(6)).Select(i => new SourceEntry
        {
            Url = $"https://s{i}.example/f?q=%22&n={dice.Next()}",
            Declared =
                { Title = Maybe(dice, () => Text(dice)), Categories = [.. new[] { "sport", "crime", "own" }.Where(_ => dice.Next(2) == 0)],
                Language = Maybe(dice, () => "pt-BR"), TimeZone = Maybe(dice, () => "Asia/Jakarta"), Interval = dice.Next(2) == 0 ? null
                : TimeSpan.FromSeconds(dice.Next(1, 31 * 86_400)), Kind = (SourceKind)dice.Next(3), Selectors =
                Maybe(dice, () => new ListSelectors("li.card > a[href*=\"/x\"]") { Date = Maybe(dice, () => "time") }), Content =
                (ContentPolicy)dice.Next(5), Robots = (RobotsPolicy)dice.Next(2), Headers = Enumerable.Range(0, dice.Next(3))
                .ToDictionary(n => $"X-{n}", n => $"env:NAME_{n}"), Enabled = dice.Next(2) == 0 },
            Hash = "",
        })],
        Categories =
        [
            new() {
                Slug = "own",
                Title = Maybe(dice, () => Text(dice)),
                Any = ["a", "\"b c\""],
                In = [dice.Next(2) == 0 ? "url" : "title"] },
            new() { Slug = "sport", All = ["derby \\ é"], None = ["x"] },
        ],
        Feeds = [.. Enumerable.Range(0, dice.Next(4)).Select(i => new OwnFeed
        {
            Slug = $"feed-{i}",
            Title = Maybe(dice, () => Text(dice)),
            Description = Maybe(dice, () => Text(dice)),
            Filter = Maybe(dice, () => "category=own&source=s1&q=%22b%20c%22%20OR%20\\"),
            Order = Maybe(dice, () => "published"),
            Limit = dice.Next(2) == 0 ? null : dice.Next(1, 501),
        })],
    };

    private static string Text(Random dice) =>
        string.Concat(Enumerable.Range(0, dice.Next(1, 12)).Select(_ => "aé\"\\\n\t<&'漢😀 z"[dice.Next(9)])) + "x";

    private static T? Maybe<T>(Random dice, Func<T> make)
        where T : class => dice.Next(2) == 0 ? null : make();

    private static string Told(SourceEntry s) =>
        $"{s.Url}|{s.Declared.Title}|{string.Join(',', s.Declared.Categories)}|{s.Declared.Language}|{s.Declared.TimeZone}|{s.Declared.Interval}|{s.Declared.Kind}|{(s.Declared.Kind == SourceKind.Page ? s.Declared.Selectors : null)}|{s.Declared.Republished}|{s.Declared.Robots}|{string.Join(',', s.Declared.Headers.OrderBy(h => h.Key))}|{s.Declared.Enabled}";

    private static string Told(
        CategoryRule r) =>
            $"{r.Slug}|{r.Title}|{string.Join(',', r.Any)}|{string.Join(',', r.All)}|{string.Join(',', r.None)}|{string.Join(',', r.In)}|{string.Join(',', r.Sources)}";
}
