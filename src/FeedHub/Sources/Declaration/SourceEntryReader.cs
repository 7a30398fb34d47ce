using FeedHub.Model.Sources;
using FeedHub.Model.Sources.Properties;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources.Declaration;

/// <summary>Reads entries of <c>sources</c>.</summary>
internal sealed class SourceEntryReader(FeedsFileErrors errors, KnownSlugs slugs, HeadersReader headers)
{
    private const string Example = "{ \"url\": \"https://example.org/feed.xml\" }";
    private readonly Dictionary<string, (string Url, int Line)> _listed = [];

    // Asking the system for a zone, and for names near to it, is slow; files have thousands of sources and a handful of zones.
    private readonly Dictionary<(TextProperty, string), string?> _problems = [];

    /// <summary>The address as the file spells it, by its key; for rules that name a source.</summary>
    public string? Listed(string url) =>
        SourceUrl.Problem(url) is null && _listed.TryGetValue(SourceUrl.Key(url), out var found) ? found.Url : null;

    /// <summary>Addresses in file order.</summary>
    public IEnumerable<string> Urls => _listed.Values.Select(l => l.Url);

    /// <summary>The entry; not to be used if there are errors.</summary>
    public SourceEntry? Read(PositionedJson value) =>
        FileProperties.Of(value, Say("a source", "sumber"), Example, FeedsFileNames.Source, errors) is { } properties
            ? Entry(value, properties)
            : null;

    private SourceEntry Entry(PositionedJson value, FileProperties properties)
    {
        var url = Url(value, properties);
        var declared = new DeclaredSource { HeadersUrl = url };
        foreach (var property in SourceProperties.All)
        {
            Read(property, properties, declared);
        }

        return new() { Url = url, Declared = declared, Line = errors.LineOf(value), Hash = EntryHash.Of(value) };
    }

    private void Read(SourceProperty property, FileProperties properties, DeclaredSource into)
    {
        switch (property)
        {
            case TextProperty text:
                Read(text, properties.Text(text.Name, text.Example.ToString()), into);
                break;
            case CategoriesProperty:
                var written = properties.TextOrTexts(property.Name, Say("a slug such as \"politics\"", "slug seperti \"politics\""));
                into.Categories = [.. written.Select(slugs.Checked).Distinct()];
                break;
            case HeadersProperty:
                into.Headers = headers.Read(properties.Find(property.Name));
                break;
            case SelectorsProperty:
                Read(properties.NamedTexts(property.Name, SelectorsProperty.Names, SelectorsProperty.Example), into);
                break;
            case FlagProperty flag:
                flag.Set(into, properties.Flag(flag.Name, absent: flag.Of(into)));
                break;
        }
    }

    private void Read(TextProperty property, PositionedJson? value, DeclaredSource into)
    {
        if (value is not null && ProblemOf(property, value.Text!) is { } problem)
        {
            errors.Add(value, problem);
        }
        else if (value is not null)
        {
            property.Set(into, value.Text);
        }
    }

    private void Read((PositionedJson Value, IReadOnlyDictionary<string, string> Css)? selectors, DeclaredSource into)
    {
        if (selectors is not ({ } value, { } css))
            return;
        if (SelectorsProperty.ProblemOf(css) is { } problem)
            errors.Add(value, problem);
        else
            SelectorsProperty.Set(into, css);
        if (SelectorsProperty.ProblemOf(into.Kind, into.Selectors) is { } misplaced)
            errors.Add(value, misplaced);
    }

    private string? ProblemOf(TextProperty property, string text)
    {
        if (!_problems.TryGetValue((property, text), out var problem))
        {
            _problems[(property, text)] = problem = property.ProblemOf(text);
        }

        return problem;
    }

    private string Url(PositionedJson entry, FileProperties properties)
    {
        if (properties.Find("url") is null)
        {
            errors.Add(entry, Say(
                "this source has no address: add \"url\": \"https://…\"",
                "sumber ini tidak punya alamat: tambahkan \"url\": \"https://…\""));
        }

        var example = Say("an address such as \"https://example.org/feed.xml\"", "alamat seperti \"https://example.org/feed.xml\"");
        if (properties.Text("url", example) is not { Text: { } url } value)
        {
            return "";
        }

        if ((SourceUrl.Problem(url) ?? Repeated(url, errors.LineOf(value))) is { } problem)
        {
            errors.Add(value, problem);
        }

        return url;
    }

    private string? Repeated(string url, int line)
    {
        var key = SourceUrl.Key(url);
        return _listed.TryAdd(key, (url, line))
            ? null
            : Say(
                $"{SourceUrl.Quoted(url)} is listed twice, first on line {_listed[key].Line}: leave one of the two out",
                $"{SourceUrl.Quoted(url)} tercantum dua kali, pertama pada baris {_listed[key].Line}: hapus salah satunya");
    }
}
