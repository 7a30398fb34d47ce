using System.Text.Json;
using FeedHub.Configuring;
using FeedHub.Dashboard.Feeds;
using FeedHub.Dashboard.Settings;
using FeedHub.Dashboard.Sources;
using FeedHub.Model.Access;
using FeedHub.Model.Sources.Properties;
using FeedHub.Model.Words;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Audit;

/// <summary>What stands before and after in entries of the audit log, as a person says it.</summary>
/// <param name="settings">All settings, for their types.</param>
public sealed class AuditValues(IReadOnlyList<Setting> settings)
{
    /// <summary>How values outside of sources are named, by what is stored.</summary>
    internal static readonly IReadOnlyDictionary<string, Func<string>> Names = new Dictionary<string, Func<string>>
    {
        ["title"] = () => Say("title", "judul"),
        ["description"] = () => Say("description", "keterangan"),
        ["filter"] = () => Say("filter", "filter"),
        ["order"] = () => Say("order", "urutan"),
        ["limit"] = () => Say("most stories", "jumlah berita"),
        ["categories"] = () => Say("categories", "kategori"),
        ["drop"] = () => Say("drop rules", "aturan penyaring"),
        ["role"] = () => Say("role", "peran"),
        ["means"] = () => Say("means", "berarti"),
        ["reason"] = () => Say("reason", "alasan"),
        ["story"] = () => Say("story", "berita"),
        ["event"] = () => Say("event", "peristiwa"),
        ["readers"] = () => Say("readers", "pembaca"),
        ["items"] = () => Say("items", "butir"),
        ["name"] = () => Say("name", "nama"),
    };

    /// <summary>The name of a value.</summary>
    public string NameOf(AuditEntry entry, string name) => name switch
    {
        _ when entry.Area == AuditArea.Sources => OfSource(name),
        "categories" when entry.What == "rules changed" => Say("rules of categories", "aturan kategori"),
        _ => Names.TryGetValue(name, out var said) ? said() : name,
    };

    /// <summary>What was so before and is so after; null: nothing. Of lists only what differs.</summary>
    public (string? Before, string? After) Of(AuditEntry entry, string name)
    {
        var (before, after) = (entry.Before.GetValueOrDefault(name), entry.After.GetValueOrDefault(name));
        return entry.What == "rules changed" && Listed(before) is { } old && Listed(after) is { } changed
            ? (Joined(old.Except(changed)), Joined(changed.Except(old)))
            : (InWords(entry, name, before), InWords(entry, name, after));
    }

    private static string OfSource(string name) => name switch
    {
        "items" => Say("items", "butir"),
        "enabled" => Say("enabled", "aktif"),
        "identityPinned" => Say("Recognised as chosen by a person", "Pengenalan dipilih seseorang"),
        SourceForm.Url or SourceForm.Identity => SourceForm.LabelOf(name),
        _ when SourceProperties.All.FirstOrDefault(property => property.AuditName == name) is { } property => FieldText.Of(property),
        _ => name,
    };

    private string? InWords(AuditEntry entry, string name, string? value) => value switch
    {
        null => null,
        _ when settings.FirstOrDefault(setting => setting.Key == name) is { } setting => SettingWords.Of(setting, Flag(value)),
        HeadersProperty.Masked => Say(value, "(disembunyikan)"),
        "yes" => SettingsText.Yes,
        "no" => SettingsText.No,
        "none" or "nothing" => AuditText.Nothing,
        "see neither, since one was hidden" => Say(value, "tidak melihat keduanya, karena salah satunya disembunyikan"),
        _ when entry.Area == AuditArea.Feeds && name == "order" => FeedsText.OrderOf(value),
        _ when name == SourceForm.Identity => value.ToLowerInvariant(),
        _ when name == SourceProperties.Interval.AuditName => Duration.WordsOfStored(value),
        _ when entry.What == "title or description changed" => Text(value) ?? value,
        _ => value,
    };

    // Both spellings have been stored.
    private static string Flag(string value) => value switch
    {
        "True" => "true",
        "False" => "false",
        _ => value,
    };

    // Titles are stored as JSON writes them.
    private static string? Text(string value)
    {
        try
        {
            return value.StartsWith('"') ? JsonSerializer.Deserialize<string>(value) : null;
        }
        catch (JsonException)
        {
            // A value that only begins as one.
            return null;
        }
    }

    // A rule is said by its title or slug, and by what it looks for.
    private static List<string>? Listed(string? json)
    {
        try
        {
            using var list = JsonDocument.Parse(json ?? "[]");
            return list.RootElement.ValueKind == JsonValueKind.Array ? [.. list.RootElement.EnumerateArray().Select(Rule)] : null;
        }
        catch (JsonException)
        {
            // Cut, since it was long.
            return null;
        }
    }

    private static string Rule(JsonElement rule)
    {
        var parts = rule.EnumerateObject()
            .Select(property => (property.Name.ToLowerInvariant(), property.Value.ValueKind == JsonValueKind.Array
                ? string.Join(", ", property.Value.EnumerateArray().Select(value => value.ToString()))
                : property.Value.ToString()))
            .Where(part => part.Item2.Length > 0)
            .ToDictionary(part => part.Item1, part => part.Item2);
        var name = parts.GetValueOrDefault("slug") ?? parts.GetValueOrDefault("title") ?? "";
        var rest = parts.Where(part => part.Key != "slug" && part.Value != name).Select(part => $"{part.Key}: {part.Value}");
        return $"{name} ({string.Join("; ", rest)})".TrimStart();
    }

    private static string? Joined(IEnumerable<string> rules) =>
        string.Join(" · ", rules) is { Length: > 0 } joined ? joined : null;
}
