namespace FeedHub.Model.Sources.Properties;

/// <summary>Properties that subscription lists have no attribute for: they go in and out as attributes of FeedHub's own namespace, each as
/// one text.</summary>
public static class OpmlProperties
{
    /// <summary>Those of them, in the order of <see cref="SourceProperties.All"/>.</summary>
    public static IReadOnlyList<SourceProperty> All { get; } =
        [.. SourceProperties.All.Where(property => property.Opml == OpmlCarriage.Own)];

    private static IEnumerable<IOpmlAttribute> Attributes => All.Cast<IOpmlAttribute>();

    /// <summary>Names and texts of what is declared of a source; selectors as an object of JSON.</summary>
    public static IReadOnlyDictionary<string, string> Of(DeclaredSource declared)
    {
        var own = new Dictionary<string, string>();
        foreach (var property in Attributes)
        {
            if (property.AttributeOf(declared) is { } text)
                own[property.Name] = text;
        }

        return own;
    }

    /// <summary>Reads them; what cannot be used is left out, and told.</summary>
    /// <param name="own">Names and texts as a list has them.</param>
    /// <returns>What is declared, to be shown by <see cref="Of"/>; and what is wrong, each in words.</returns>
    public static (DeclaredSource Declared, IReadOnlyList<string> Problems) Read(IReadOnlyDictionary<string, string> own)
    {
        var (declared, problems) = (new DeclaredSource(), new List<string>());
        foreach (var property in Attributes)
        {
            if (own.GetValueOrDefault(property.Name) is { } text && property.ReadAttribute(text, declared) is { } problem)
                problems.Add($"{property.Name}: {problem}");
        }

        return (declared, problems);
    }
}
