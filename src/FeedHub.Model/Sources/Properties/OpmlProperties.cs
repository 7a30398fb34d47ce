using System.Text.Json;
using FeedHub.Model.Words;

namespace FeedHub.Model.Sources.Properties;

/// <summary>Properties that subscription lists have no attribute for: they go in and out as attributes of FeedHub's own namespace, each as
/// one text.</summary>
public static class OpmlProperties
{
    /// <summary>Names and texts of what is declared of a source; selectors as an object of JSON.</summary>
    public static IReadOnlyDictionary<string, string> Of(DeclaredSource declared)
    {
        var own = Texts.Where(property => !property.IsUsual(declared)).ToDictionary(p => p.Name, p => p.TextOf(declared)!);
        if (declared is { Kind: SourceKind.Page, Selectors: not null })
            own[SourceProperties.Selectors.Name] = JsonSerializer.Serialize(SelectorsProperty.Of(declared));
        return own;
    }

    /// <summary>Reads them; what cannot be used is left out, and told.</summary>
    /// <param name="own">Names and texts as a list has them.</param>
    /// <returns>What is declared, to be shown by <see cref="Of"/>; and what is wrong, each in words.</returns>
    public static (DeclaredSource Declared, IReadOnlyList<string> Problems) Read(IReadOnlyDictionary<string, string> own)
    {
        var (declared, problems) = (new DeclaredSource(), new List<string>());
        foreach (var property in Texts.Where(property => own.ContainsKey(property.Name)))
        {
            if (property.ProblemOf(own[property.Name]) is { } problem)
                problems.Add($"{property.Name}: {problem}");
            else
                property.Set(declared, own[property.Name]);
        }

        if (own.GetValueOrDefault(SourceProperties.Selectors.Name) is { } text && Selectors(text, declared) is { } wrong)
            problems.Add($"{SourceProperties.Selectors.Name}: {wrong}");
        return (declared, problems);
    }

    private static IReadOnlyList<TextProperty> Texts => [SourceProperties.Kind, SourceProperties.Content, SourceProperties.Robots];

    private static string? Selectors(string text, DeclaredSource into)
    {
        var css = Parsed(text);
        if ((css is null ? $"{Wording.Quoted(text)} is no object of names and CSS" : SelectorsProperty.ProblemOf(css)) is { } problem)
            return problem;
        SelectorsProperty.Set(into, css!);
        if (SelectorsProperty.ProblemOf(into.Kind, into.Selectors) is not { } misplaced)
            return null;
        into.Selectors = null;
        return misplaced;
    }

    private static Dictionary<string, string>? Parsed(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
