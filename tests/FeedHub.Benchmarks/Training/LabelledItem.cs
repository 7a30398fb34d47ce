using System.Text.Json;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Benchmarks.Training;

/// <summary>One line of a file of labelled items (docs/training.md).</summary>
internal sealed record LabelledItem(
    string Id, string Outlet, string Language, string Title, string Summary, string Date, string Origin, string? PublisherCategory,
    IReadOnlyList<string> Slugs)
{
    // Only of these does the licence let a shipped model learn, and only the titles (docs/training.md).
    private static readonly string[] Licensed = ["clickid", "uci"];

    /// <summary>Whether its title may go into a model that ships.</summary>
    public bool MayBeTrained => Licensed.Contains(Origin) && Slugs.Count > 0;

    /// <summary>Who told its labels: its outlet. The many outlets of the UCI set have a handful of titles each, and who labels by hand
    /// knows topics that an outlet has no section for.</summary>
    public string Source => Origin is "uci" or "hand" ? Origin : Outlet;

    public static IEnumerable<LabelledItem> Read(string path) =>
        File.ReadLines(path).Where(line => line.Length > 0).Select(line => Parse(JsonDocument.Parse(line).RootElement));

    /// <summary>The title alone, as it is trained with.</summary>
    public LabelledText TitleOnly() => new(Title, "", Language, Slugs, Source);

    /// <summary>Title and summary, as it is judged with.</summary>
    public LabelledText Whole() => new(Title, Summary, Language, Slugs, Source);

    private static LabelledItem Parse(JsonElement item) => new(
        Text(item, "id"), Text(item, "outlet"), Text(item, "lang"), Text(item, "title"), Text(item, "summary"), Text(item, "date"),
        Text(item, "src"), Text(item, "publisher_category") is { Length: > 0 } category ? category : null,
        item.TryGetProperty("labels", out var labels) ? [.. labels.EnumerateArray().Select(l => SlugOf(l.GetString()!))] : []);

    private static string Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string SlugOf(string code) =>
        Vocabulary.Topics.FirstOrDefault(t => t.Code == code || t.Slug == code)?.Slug
        ?? throw new InvalidDataException($"'{code}' is not a label; write a code such as medtop:11000000 or a slug such as politics");
}
