using System.Text.Json;
using System.Text.RegularExpressions;
using FeedHub.Model.Sources;
using FeedHub.Model.Words;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Sources.Declaration;

/// <summary>Reads entries of <c>categories</c> and <c>drop</c>, once the sources are read.</summary>
internal sealed partial class CategoryRuleReader(FeedsFileErrors errors, SourceEntryReader sources)
{
    private const string Example = "{ \"slug\": \"korea\", \"any\": [ \"Pyongyang\" ] }";
    private const string DropExample = "{ \"any\": [ \"advertorial\" ] }";
    private const string WordExample = "a word or a \"quoted phrase\"";

    private readonly List<RuleSource> _named = [];
    private int _drops;

    /// <summary>The sources that the rules read until now name by their ids.</summary>
    public IReadOnlyList<RuleSource> Named => _named;

    /// <summary>The rule; not to be used if there are errors.</summary>
    public CategoryRule? Read(PositionedJson value)
    {
        if (FileProperties.Of(value, "a category rule", Example, FeedsFileNames.Rule, errors) is not { } properties)
            return null;
        var slug = SlugOf(value, properties);
        Name($"the rule of {Wording.Quoted(slug)}", properties);
        return WithConditions(new CategoryRule { Slug = slug }, "the name to show", value, properties);
    }

    /// <summary>The drop rule; not to be used if there are errors.</summary>
    public DropRule? ReadDrop(PositionedJson value)
    {
        _drops++;
        if (FileProperties.Of(value, "a drop rule", DropExample, FeedsFileNames.DropRule, errors) is not { } properties)
            return null;
        var rule = WithConditions(new DropRule(), "the name that dropped items show", value, properties);
        Name(rule.Title is { } title ? $"the drop rule {Wording.Quoted(title)}" : $"drop rule {_drops}", properties);
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
            Sources = [.. properties.Texts("sources", "an address or id of a source").Select(Source)],
        };
        CheckConditions(value, properties);
        return (T)(properties.Find("in") is { } places ? read with { In = Places(places, properties) } : read);
    }

    private void Name(string rule, FileProperties properties)
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
            errors.Add(rule, "this rule has no slug: add \"slug\": \"…\", one of the topics' or your own");
        }

        var slug = properties.Text("slug", "one such as \"korea\"");
        if (slug is not null && !Slug.IsValid(slug.Text!))
        {
            errors.Add(slug, $"{Wording.Quoted(slug.Text!)} is no slug: "
                + "write lower-case letters, digits and single hyphens, such as \"south-korea\"");
        }

        return slug?.Text ?? "";
    }

    private void CheckConditions(PositionedJson rule, FileProperties properties)
    {
        if (properties.Find("any") is not { Items.Count: > 0 } && properties.Find("all") is not { Items.Count: > 0 })
        {
            errors.Add(rule, "this rule says nothing to look for: add \"any\": [ … ] or \"all\": [ … ]");
        }
    }

    private string[] Words(string name, FileProperties properties)
    {
        var words = properties.Texts(name, WordExample);
        foreach (var word in words.Where(w => !Word().IsMatch(w.Text!)))
        {
            errors.Add(word, $"{Wording.Quoted(word.Text!)} can match nothing: "
                + "write words, or one phrase with a quote at both ends (\\\"North Korea\\\")");
        }

        return [.. words.Select(w => w.Text!)];
    }

    private string[] Places(PositionedJson value, FileProperties properties)
    {
        var places = properties.Texts("in", "one of " + string.Join(", ", FeedsFileNames.RuleIn));
        if (value is { Kind: JsonValueKind.Array, Items.Count: 0 })
        {
            errors.Add(value, "\"in\" names no place to look in: write [ \"title\", \"text\" ], or leave it out");
        }

        foreach (var place in places.Where(p => !FeedsFileNames.RuleIn.Contains(p.Text!)))
        {
            errors.Add(place, $"{Wording.Quoted(place.Text!)} is no place to look in: "
                + Wording.Instead(place.Text!, FeedsFileNames.RuleIn));
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
        errors.Add(value, $"{SourceUrl.Quoted(text)} is no source of this file: "
            + (near is null ? "write its address as it stands in \"sources\", or its id" : $"did you mean \"{near}\"?"));
        return text;
    }

    // Ids are made by the catalogue, which knows more sources than the file does: only their form can be checked here.
    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]*\z")]
    private static partial Regex SourceId();

    [GeneratedRegex(@"^\s*(""[^""]*[\p{L}\p{N}][^""]*""|[^""]*[\p{L}\p{N}][^""]*)\s*\z")]
    private static partial Regex Word();
}
