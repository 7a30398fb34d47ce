using System.Text.Json;
using FeedHub.Model.Words;
using FeedHub.Syndication.Extracting.Lists;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Model.Sources.Properties;

/// <summary>Where the entries of a page are: CSS by name.</summary>
/// <param name="name">As feeds.json and the API spell it.</param>
public sealed class SelectorsProperty(string name) : SourceProperty(name), IOpmlAttribute
{
    /// <summary>An example in feeds.json.</summary>
    public const string Example = "{ \"item\": \"article.card\", \"date\": \"time\" }";

    /// <summary>The names, that of the required one first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["item", "link", "title", "date", "summary", "image"];

    /// <summary>The selectors that are given, by name.</summary>
    public static IReadOnlyDictionary<string, string> Of(DeclaredSource source) => source.Selectors is not { } given ? new() : Names
        .Zip([given.Item, given.Link, given.Title, given.Date, given.Summary, given.Image])
        .Where(pair => pair.Second is not null).ToDictionary(pair => pair.First, pair => pair.Second!);

    /// <summary>Selectors as typed: a line each, such as <c>item: article.card</c>; or what is wrong.</summary>
    public static (IReadOnlyDictionary<string, string> Css, string? Problem) Typed(string text)
    {
        var css = new Dictionary<string, string>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || !css.TryAdd(line[..colon].TrimEnd(), line[(colon + 1)..].Trim()))
                return (css, Say(
                    $"{Wording.Quoted(line)} is not a selector: write a name and its CSS on each line, such as item: "
                        + "article.card",
                    $"{Wording.Quoted(line)} bukan selektor: tulis nama dan CSS-nya per baris, misalnya item: "
                        + "article.card"));
        }

        return (css, null);
    }

    /// <summary>What is wrong with selectors and what to write instead; null if nothing is.</summary>
    public static string? ProblemOf(IReadOnlyDictionary<string, string> css) =>
        css.Keys.FirstOrDefault(name => !Names.Contains(name)) is { } unknown
            ? Say(
                $"{Wording.Quoted(unknown)} is not a selector: {Wording.Instead(unknown, Names)}",
                $"{Wording.Quoted(unknown)} bukan selektor: {Wording.Instead(unknown, Names)}")
        : css.Count > 0 && !css.ContainsKey("item") ? Say(
            "the selector \"item\" is missing: it says what holds one entry",
            "selektor \"item\" belum ada: itu menunjukkan apa yang memuat satu entri")
        : css.Count > 0 && Made(css).FirstInvalid() is { } wrong
            ? Say(
                $"{Wording.Quoted(css[wrong])} is not a CSS selector of 2000 characters at most for {wrong}: write one "
                    + "such as article.card",
                $"{Wording.Quoted(css[wrong])} bukan selektor CSS paling banyak 2000 karakter untuk {wrong}: tulis "
                    + "misalnya article.card")
        : null;

    /// <summary>What is wrong with selectors of a source that is not a page; null if it is one, or has none.</summary>
    public static string? ProblemOf(SourceKind kind, ListSelectors? selectors) => kind == SourceKind.Page || selectors is null ? null
        : Say(
            $"selectors are of a list page alone, and this source is a {kind.ToString().ToLowerInvariant()}: write \"kind\": \"page\", or "
                + "leave them out",
            $"selektor hanya untuk halaman daftar, sedangkan sumber ini {kind.ToString().ToLowerInvariant()}: tulis \"kind\": \"page\", "
                + "atau hapus selektornya");

    /// <summary>Stores selectors that have no problem; none: FeedHub looks itself.</summary>
    public static void Set(DeclaredSource source, IReadOnlyDictionary<string, string> css) =>
        source.Selectors = css.Count == 0 ? null : Made(css);

    /// <inheritdoc/>
    public override bool AreSame(DeclaredSource one, DeclaredSource other) => one.Selectors == other.Selectors;

    /// <inheritdoc/>
    public override string? TextOf(DeclaredSource source) =>
        source.Selectors is null ? null : string.Join('\n', Of(source).Select(named => $"{named.Key}: {named.Value}"));

    /// <inheritdoc/>
    public string? AttributeOf(DeclaredSource source) =>
        source is { Kind: SourceKind.Page, Selectors: not null } ? JsonSerializer.Serialize(Of(source)) : null;

    /// <inheritdoc/>
    public string? ReadAttribute(string text, DeclaredSource into)
    {
        var css = Parsed(text);
        if ((css is null ? $"{Wording.Quoted(text)} is not an object of names and CSS" : ProblemOf(css)) is { } problem)
            return problem;
        Set(into, css!);
        if (ProblemOf(into.Kind, into.Selectors) is not { } misplaced)
            return null;
        into.Selectors = null;
        return misplaced;
    }

    /// <inheritdoc/>
    public override void Copy(DeclaredSource from, DeclaredSource to) => to.Selectors = from.Selectors;

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

    private static ListSelectors Made(IReadOnlyDictionary<string, string> css) => new(css["item"])
    {
        Link = css.GetValueOrDefault("link"),
        Title = css.GetValueOrDefault("title"),
        Date = css.GetValueOrDefault("date"),
        Summary = css.GetValueOrDefault("summary"),
        Image = css.GetValueOrDefault("image"),
    };
}
