using System.Text.Json;
using System.Text.RegularExpressions;
using FeedHub.Model.Sources;
using FeedHub.Model.Words;
using FeedHub.Syndication.Tagging;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources.Declaration;

/// <summary>Reads entries of <c>categories</c> and <c>drop</c>, once the sources are read.</summary>
internal sealed partial class CategoryRuleReader(FeedsFileErrors errors, SourceEntryReader sources)
{
    private const string Example = "{ \"slug\": \"korea\", \"any\": [ \"Pyongyang\" ] }";
    private const string DropExample = "{ \"any\": [ \"advertorial\" ] }";

    private static string WordExample => Say("a word or a \"quoted phrase\"", "kata atau \"frasa dalam tanda kutip\"");

    private readonly List<RuleSource> _named = [];
    private int _drops;

    /// <summary>The sources that the rules read until now name by their ids.</summary>
    public IReadOnlyList<RuleSource> Named => _named;

    /// <summary>The rule; not to be used if there are errors.</summary>
    public CategoryRule? Read(PositionedJson value)
    {
        if (FileProperties.Of(value, Say("a category rule", "aturan kategori"), Example, FeedsFileNames.Rule, errors) is not { } properties)
            return null;
        var slug = SlugOf(value, properties);
        Name(new($"the rule of {Wording.Quoted(slug)}", $"aturan {Wording.Quoted(slug)}"), properties);
        return WithConditions(new CategoryRule { Slug = slug }, Say("the name to show", "nama yang ditampilkan"), value, properties);
    }

    /// <summary>The drop rule; not to be used if there are errors.</summary>
    public DropRule? ReadDrop(PositionedJson value)
    {
        _drops++;
        var what = Say("a drop rule", "aturan penyaring");
        if (FileProperties.Of(value, what, DropExample, FeedsFileNames.DropRule, errors) is not { } properties)
            return null;
        var name = Say("the name that dropped items show", "nama yang tampil pada butir yang disaring");
        var rule = WithConditions(new DropRule(), name, value, properties);
        Name(
            rule.Title is { } title
                ? new($"the drop rule {Wording.Quoted(title)}", $"aturan penyaring {Wording.Quoted(title)}")
                : new($"drop rule {_drops}", $"aturan penyaring {_drops}"),
            properties);
        return rule;
    }

    private T WithConditions<T>(T rule, string title, PositionedJson value, FileProperties properties)
        where T : RuleConditions
    {
        RuleConditions blank = rule;
        var read = blank with
        {
            Title = properties.Text("title", title)?.Text,
            Any = Words("any", properties),
            All = Words("all", properties),
            None = Words("none", properties),
            Sources = [.. properties.Texts("sources", Say("an address or id of a source", "alamat atau id sebuah sumber")).Select(Source)],
        };
        CheckConditions(value, properties);
        return (T)(properties.Find("in") is { } places ? read with { In = Places(places, properties) } : read);
    }

    private void Name(Bilingual rule, FileProperties properties)
    {
        foreach (var value in properties.Find("sources")?.Items ?? [])
        {
            if (value.Text is { } id && SourceId().IsMatch(id) && sources.Listed(id) is null)
                _named.Add(new(rule, id, errors.PlaceOf(value).Line, errors.PlaceOf(value).Column));
        }
    }

    private string SlugOf(PositionedJson rule, FileProperties properties)
    {
        if (properties.Find("slug") is null)
        {
            errors.Add(rule, Say(
                "this rule has no slug: add \"slug\": \"…\", one of the topics' or your own",
                "aturan ini tidak punya slug: tambahkan \"slug\": \"…\", salah satu topik atau slug sendiri"));
        }

        var slug = properties.Text("slug", Say("one such as \"korea\"", "misalnya \"korea\""));
        if (slug is not null && !Slug.IsValid(slug.Text!))
        {
            errors.Add(slug, Say(
                $"{Wording.Quoted(slug.Text!)} is not a slug: write lower-case letters, digits and single hyphens, such as \"south-korea\"",
                $"{Wording.Quoted(slug.Text!)} bukan slug: tulis huruf kecil, angka, dan tanda hubung, misalnya \"south-korea\""));
        }

        return slug?.Text ?? "";
    }

    private void CheckConditions(PositionedJson rule, FileProperties properties)
    {
        if (properties.Find("any") is not { Items.Count: > 0 } && properties.Find("all") is not { Items.Count: > 0 })
        {
            errors.Add(rule, Say(
                "this rule says nothing to look for: add \"any\": [ … ] or \"all\": [ … ]",
                "aturan ini tidak menyebut apa yang dicari: tambahkan \"any\": [ … ] atau \"all\": [ … ]"));
        }
    }

    private string[] Words(string name, FileProperties properties)
    {
        var words = properties.Texts(name, WordExample);
        foreach (var word in words.Where(w => !Word().IsMatch(w.Text!)))
        {
            errors.Add(word, Say(
                $"{Wording.Quoted(word.Text!)} can match nothing: "
                    + "write words, or one phrase with a quote at both ends (\\\"North Korea\\\")",
                $"{Wording.Quoted(word.Text!)} tidak dapat cocok dengan apa pun: "
                    + "tulis kata, atau satu frasa dengan tanda kutip di kedua ujungnya (\\\"North Korea\\\")"));
        }

        return [.. words.Select(w => w.Text!)];
    }

    private string[] Places(PositionedJson value, FileProperties properties)
    {
        var places = properties.Texts("in", Say("one of ", "salah satu dari ") + string.Join(", ", FeedsFileNames.RuleIn));
        if (value is { Kind: JsonValueKind.Array, Items.Count: 0 })
        {
            errors.Add(value, Say(
                "\"in\" names no place to look in: write [ \"title\", \"text\" ], or leave it out",
                "\"in\" tidak menyebut tempat mencari: tulis [ \"title\", \"text\" ], atau hapus"));
        }

        foreach (var place in places.Where(p => !FeedsFileNames.RuleIn.Contains(p.Text!)))
        {
            var instead = Wording.Instead(place.Text!, FeedsFileNames.RuleIn);
            errors.Add(place, Say(
                $"{Wording.Quoted(place.Text!)} is not a place to look in: {instead}",
                $"{Wording.Quoted(place.Text!)} bukan tempat mencari: {instead}"));
        }

        return [.. places.Select(p => p.Text!).Distinct()];
    }

    // The spelling of the entry, so that the code that applies the rule can compare plainly.
    private string Source(PositionedJson value)
    {
        var text = value.Text!;
        if (SourceId().IsMatch(text) || sources.Listed(text) is not null)
        {
            return sources.Listed(text) ?? text;
        }

        var near = Wording.Nearest(text, sources.Urls);
        errors.Add(
            value,
            Say($"{SourceUrl.Quoted(text)} is not a source of this file: ", $"{SourceUrl.Quoted(text)} bukan sumber berkas ini: ")
                + (near is null
                    ? Say("write its address as it stands in \"sources\", or its id", "tulis alamatnya seperti di \"sources\", atau id-nya")
                    : Wording.Meant(near)));
        return text;
    }

    // Ids are made by the catalogue, which knows more sources than the file does: only their form can be checked here.
    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]*\z")]
    private static partial Regex SourceId();

    [GeneratedRegex(@"^\s*(""[^""]*[\p{L}\p{N}][^""]*""|[^""]*[\p{L}\p{N}][^""]*)\s*\z")]
    private static partial Regex Word();
}
