using System.Text.Json;
using FeedHub.Model.Sources;
using FeedHub.Sources;
using FeedHub.Syndication.Identity;

namespace FeedHub.Api;

/// <summary>Reads a source's properties from a JSON body, by the names that <c>feeds.json</c> has. Null sets a property back to
/// none.</summary>
internal static class SourceEditReader
{
    private static readonly string[] Known
        = ["url", "title", "category", "language", "timeZone", "interval", "content", "headers", "enabled", "identity"];

    /// <summary>The edit, or what is wrong with the body.</summary>
    public static (SourceEdit? Edit, string? Error) Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return (null, "The body must be a JSON object such as { \"url\": \"https://…\" }.");
        var edit = new SourceEdit();
        var cleared = new HashSet<string>();
        foreach (var property in body.EnumerateObject())
        {
            if (Apply(edit, property, cleared) is not { } next)
                return (null, Known.Contains(property.Name)
                    ? $"{property.Name}: this value is not one that it may have; the README, feeds.json, says which are"
                    : $"{property.Name}: there is no such property; write one of {string.Join(", ", Known)}");
            edit = next;
        }

        return (edit with { Cleared = cleared }, null);
    }

    private static SourceEdit? Apply(SourceEdit edit, JsonProperty property, HashSet<string> cleared)
    {
        var value = property.Value;
        if (value.ValueKind == JsonValueKind.Null && (property.Name is "title" or "language" or "timeZone" or "interval" or "identity"))
        {
            cleared.Add(property.Name);
            return edit;
        }

        return property.Name switch
        {
            "url" when Text(value) is { } text => edit with { Url = text },
            "title" when Text(value) is { } text => edit with { Title = text },
            "language" when Text(value) is { } text => edit with { Language = text },
            "timeZone" when Text(value) is { } text => edit with { TimeZone = text },
            "category" when Texts(value) is { } slugs => edit with { Categories = slugs },
            "interval" when Text(value) is { } text && PollInterval.Read(text, out _) is { } span => edit with { Interval = span },
            "content" when Enum.TryParse<ContentPolicy>(Text(value), ignoreCase: true, out var policy)
                && Enum.IsDefined(policy) => edit with { Content = policy },
            "headers" when Headers(value) is { } headers => edit with { Headers = headers },
            "enabled" when value.ValueKind is JsonValueKind.True or JsonValueKind.False => edit with { Enabled = value.GetBoolean() },
            "identity" when Enum.TryParse<IdentityPolicy>(Text(value), ignoreCase: true, out var policy)
                && Enum.IsDefined(policy) => edit with { Identity = policy },
            _ => null,
        };
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<string>? Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array when value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) => [.. value.EnumerateArray()
            .Select(v => v.GetString()!)],
        _ => null,
    };

    private static Dictionary<string, string>? Headers(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.String)
            ? value.EnumerateObject().DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Value.GetString()!)
            : null;
}
