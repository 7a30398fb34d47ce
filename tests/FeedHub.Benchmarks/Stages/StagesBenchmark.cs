using System.Xml;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reading.Cleaning;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Benchmarks.Stages;

/// <summary>
/// What each stage between a document's bytes and what is stored of its items costs an item, in CPU of the process and bytes: over the
/// first 2,000 items of a fresh process, and over as many once the code is warm. A bare pass of <see cref="XmlReader"/> over the same
/// bytes stands beside them. The stages marked with a dash are parts of another stage, or what it does, measured alone.
/// </summary>
internal static class StagesBenchmark
{
    private const int Documents = 40;
    private const int WarmRounds = 8;

    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly TaggedSource Source = new("s", "https://s.example/feed", []);

    public static int Run()
    {
        var documents = Enumerable.Range(0, Documents * 2).Select(StageDocument.Of).ToList();
        var tagger = new Tagger([], new() { Model = CategoryModel.Shipped });
        _ = CategoryModel.Shipped.Value;
        var index = new StoryIndex(new MatchOptions());
        var (cold, warm) = (new StageFigures(), new StageFigures());
        Pass(documents[..Documents], tagger, index, cold);
        cold.Print("cold: the first 2,000 items of the process, mean", StageDocument.Items, isMean: true);
        for (var round = 0; round < WarmRounds; round++)
            Pass(documents[Documents..], tagger, index, round < WarmRounds / 2 ? new StageFigures() : warm);
        warm.Print("warm: median of documents", StageDocument.Items, isMean: false);
        return 0;
    }

    private static void Pass(List<byte[]> documents, Tagger tagger, StoryIndex index, StageFigures figures)
    {
        for (var i = 0; i < documents.Count; i++)
            Document(documents[i], i + 1, tagger, index, figures);
    }

    private static void Document(byte[] body, int source, Tagger tagger, StoryIndex index, StageFigures figures)
    {
        figures.Time("yardstick: a bare XmlReader", () => Scan(body));
        var feed = figures.Time("parse", () => FeedDocument.Read(body, new ReadOptions { Now = Now }));
        var lines = new KeptLines();
        var learnt = figures.Time("repeated sentences", () => RepeatedSentences.None.Learn(feed.Items, lines.Read));
        ParsedItem[] items = [.. feed.Items.Select(item => item with { Repeated = learnt, Lines = lines.Of(item) })];
        figures.Time("identity", () => ItemIdentity.Identify(items, IdentityPolicy.Guid));
        var read = figures.Time("text and language", () => Each(items, (item, _) => ItemText.Of(item, TimeZoneInfo.Utc, Now)));
        var texts = Array.ConvertAll(read, text => text.Text);
        figures.Time("- language", () => Each(items, (item, i) => LanguageGuess.Of(item.Title, texts[i])));
        figures.Time("tags", () => Each(items, (item, i) => tagger.TagAndLearn(item with { Language = "id" }, Source, read[i])));
        figures.Time("- model", () => Each(items, (item, i) => CategoryModel.Shipped.Value.Sure(item.Title, texts[i], "id")));
        figures.Time("digest", () => Each(items, (item, i) => TextDigest.Of(item.Title, texts[i])));
        figures.Time("- fold", () => Each(items, (_, i) => Words.Fold(texts[i])));
        var prints = figures.Time("fingerprint", () => Each(items, (item, i) => Fingerprint.Of(item.Title, texts[i])));
        figures.Time("matching", () => Each(items, (_, i) => Match(index, prints[i], source)));
    }

    private static TResult[] Each<TResult>(ParsedItem[] items, Func<ParsedItem, int, TResult> work)
    {
        var results = new TResult[items.Length];
        for (var i = 0; i < items.Length; i++)
            results[i] = work(items[i], i);
        return results;
    }

    private static bool Match(StoryIndex index, Fingerprint print, int source)
    {
        var verdict = index.Find(print, source, Now);
        if (!verdict.IsSame)
            index.Add(index.Count + 1, source, Now, print);
        return verdict.IsSame;
    }

    private static int Scan(byte[] body)
    {
        using var xml = XmlReader.Create(new MemoryStream(body), new() { DtdProcessing = DtdProcessing.Ignore });
        var count = 0;
        while (xml.Read())
            count += xml.Value.Length;
        return count;
    }
}
