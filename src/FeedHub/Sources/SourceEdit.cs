using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using FeedHub.Syndication.Identity;

namespace FeedHub.Sources;

/// <summary>What a person says of a source. What is not said stays as it is.</summary>
public sealed record SourceEdit
{
    private readonly HashSet<SourceProperty> _said = [];
    private readonly OrderedDictionary<string, string> _problems = [];

    /// <summary>The <see cref="Source.Version"/> that the person saw: the edit is refused if there is another by now, and it would change
    /// something. Null: the edit names only what it means to change, and holds for any.</summary>
    public int? SeenVersion { get; init; }

    /// <summary>The address; null: as it is.</summary>
    public string? Url { get; init; }

    /// <summary>The values of what is said; see <see cref="Says"/>.</summary>
    public DeclaredSource Declared { get; } = new();

    /// <summary>Headers to set, or with null to take out; the others stay. For people who cannot see what is set.</summary>
    public IReadOnlyDictionary<string, string?> HeaderChanges { get; init; } = new Dictionary<string, string?>();

    /// <summary>How far its guids are trusted, in place of what FeedHub finds; null: as FeedHub finds.</summary>
    public IdentityPolicy? Identity { get; init; }

    /// <summary>True if <see cref="Identity"/> is said.</summary>
    public bool SaysIdentity { get; init; }

    /// <summary>What is wrong with the first value that cannot be used, with the property's name; null if nothing is.</summary>
    public string? Problem => _problems.Count == 0 ? null : $"{_problems.Keys.First()}: {_problems.Values.First()}";

    /// <summary>What is wrong with each value that cannot be used, by the property's name.</summary>
    public IReadOnlyDictionary<string, string> Problems => _problems;

    /// <summary>True if it says something of the property.</summary>
    public bool Says(SourceProperty property) => _said.Contains(property);

    /// <summary>True if the source would be another with it; not if the edit is sent a second time.</summary>
    public bool Changes(Source source) =>
        (Url is not null && SourceUrl.Key(Url) != source.UrlKey)
        || SourceProperties.All.Any(property => Says(property) && !property.AreSame(Declared, source.Declared))
        || HeaderChanges.Any(header => source.Declared.Headers.GetValueOrDefault(header.Key) != header.Value)
        || (SaysIdentity && Identity != (source.Feed.IdentityPinned ? source.Feed.Identity : null));

    /// <summary>Says a text, or with null that there is none.</summary>
    public SourceEdit Say(TextProperty property, string? text)
    {
        var value = text?.Trim();
        if (value is not null && property.ProblemOf(value) is { } problem)
            return Refuse(property, problem);
        property.Set(Declared, value);
        return Note(property);
    }

    /// <summary>Says yes or no.</summary>
    public SourceEdit Say(FlagProperty property, bool value)
    {
        property.Set(Declared, value);
        return Note(property);
    }

    /// <summary>Says which categories every item has.</summary>
    public SourceEdit SayCategories(IReadOnlyList<string> slugs)
    {
        Declared.Categories = slugs;
        return Note(SourceProperties.Category);
    }

    /// <summary>Says all headers.</summary>
    public SourceEdit SayHeaders(IReadOnlyDictionary<string, string> headers)
    {
        Declared.Headers = headers;
        return Note(SourceProperties.Headers);
    }

    /// <summary>Says where the entries of a page are, by the names of <see cref="SelectorsProperty.Names"/>; none: FeedHub looks
    /// itself.</summary>
    public SourceEdit SaySelectors(IReadOnlyDictionary<string, string> css)
    {
        if (SelectorsProperty.ProblemOf(css) is { } problem)
            return Refuse(SourceProperties.Selectors, problem);
        SelectorsProperty.Set(Declared, css);
        return Note(SourceProperties.Selectors);
    }

    /// <summary>Says what a list of FeedHub's says of a source beside what all lists do.</summary>
    public SourceEdit SayOwn(DeclaredSource own)
    {
        foreach (var property in OpmlProperties.All)
        {
            property.Copy(own, Declared);
            Note(property);
        }

        return this;
    }

    /// <summary>Says the same as typed, a line each.</summary>
    public SourceEdit SaySelectors(string typed) => SelectorsProperty.Typed(typed) is (_, { } problem)
        ? Refuse(SourceProperties.Selectors, problem)
        : SaySelectors(SelectorsProperty.Typed(typed).Css);

    /// <summary>Has the source say what the edit says.</summary>
    public void ApplyTo(Source source, DateTimeOffset now)
    {
        if (Url is not null)
            source.MoveTo(Url, now);
        foreach (var property in SourceProperties.All.Where(Says))
            property.Declare(Declared, source, now);
        ApplyHeadersTo(source);
        if (SaysIdentity)
            source.PinIdentity(Identity);
    }

    /// <summary>Sets and takes out the headers that the edit names.</summary>
    public void ApplyHeadersTo(Source source)
    {
        if (HeaderChanges.Count > 0)
            (source.Declared.Headers, source.Declared.HeadersUrl) = (Changed(source.Declared.Headers, HeaderChanges), null);
    }

    private static Dictionary<string, string> Changed(
        IReadOnlyDictionary<string, string> headers,
        IReadOnlyDictionary<string, string?> changes)
    {
        var changed = new Dictionary<string, string>(headers, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in changes)
        {
            changed.Remove(name);
            if (value is not null)
                changed[name] = value;
        }

        return changed;
    }

    private SourceEdit Refuse(SourceProperty property, string problem)
    {
        _problems.TryAdd(property.Name, problem);
        return this;
    }

    private SourceEdit Note(SourceProperty property)
    {
        _said.Add(property);
        return this;
    }
}
