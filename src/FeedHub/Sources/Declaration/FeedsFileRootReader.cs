using FeedHub.Syndication.Tagging;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources.Declaration;

/// <summary>Reads the file's outermost object.</summary>
internal sealed class FeedsFileRootReader(FeedsFileErrors errors, SourceEntryReader sources, CategoryRuleReader rules)
{
    private const string Example = "{ \"sources\": [ { \"url\": \"https://…\" } ] }";

    private const string DropExample = "[ { \"any\": [ \"…\" ] } ]";

    private const string RulesExample = "[ { \"slug\": \"…\", \"any\": [ \"…\" ] } ]";

    /// <summary>The file; not to be used if there are errors.</summary>
    public FeedsFile? Read(PositionedJson root)
    {
        if (FileProperties.Of(root, "feeds.json", Example, FeedsFileNames.File, errors) is not { } properties)
        {
            return null;
        }

        // An empty object is more likely an accident than the wish to pause everything; an empty list says that plainly.
        if (properties.Find("sources") is null)
        {
            errors.Add(root, Say(
                "the file has no sources: add \"sources\": [ … ], or an empty list for none",
                "berkas ini tidak punya sumber: tambahkan \"sources\": [ … ], atau daftar kosong bila tidak ada"));
        }

        return File(properties);
    }

    private FeedsFile File(FileProperties properties)
    {
        var absent = new FeedsFile();
        var file = absent with
        {
            Schema = properties.Text("$schema", Say("the path of feeds.schema.json", "letak feeds.schema.json"))?.Text,
            Title = properties.Text("title", Say("the merged feed's title", "judul feed gabungan"))?.Text ?? absent.Title,
            Description = properties.Text("description", Say("what the merged feed is about", "tentang apa feed gabungan"))?.Text
                ?? absent.Description,
            // Sources first: rules name them.
            Sources = [.. properties.List("sources", "[ { \"url\": \"https://…\" } ]").Select(sources.Read).OfType<SourceEntry>()],
            Categories = [.. properties.List("categories", RulesExample).Select(rules.Read).OfType<CategoryRule>()],
            Drop = [.. properties.List("drop", DropExample).Select(rules.ReadDrop).OfType<DropRule>()],
        };
        var vocabulary = new Vocabulary(file.Categories.Where(rule => Slug.IsValid(rule.Slug)));
        return file with
        {
            RuleSources = rules.Named,
            // Ids of sources are made by the catalogue: only their form is known here.
            Feeds = new OwnFeedReader(errors, new(vocabulary, sources: null)).Read(properties.List("feeds", OwnFeedReader.ListExample)),
            FeedsHash = properties.Find("feeds") is { } feeds ? EntryHash.Of(feeds) : null,
        };
    }
}
