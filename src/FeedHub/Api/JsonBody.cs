using System.Text.Json;

namespace FeedHub.Api;

/// <summary>Small JSON bodies, read so that what is wrong can be said.</summary>
internal static class JsonBody
{
    /// <summary>Null, or what is wrong with a body that must be an object with this one property.</summary>
    /// <param name="body">As it came.</param>
    /// <param name="name">The property.</param>
    /// <param name="example">What to write instead.</param>
    public static string? Problem(JsonElement body, string name, string example) => Problem(body, [name], example);

    /// <summary>Null, or what is wrong with a body that must be an object with these properties.</summary>
    /// <param name="body">As it came.</param>
    /// <param name="names">The properties.</param>
    /// <param name="example">What to write instead.</param>
    /// <param name="optional">Properties that it may have beside them.</param>
    public static string? Problem(JsonElement body, IReadOnlyList<string> names, string example, params IReadOnlyList<string> optional)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return $"The body must be a JSON object: write {example}.";
        if (body.EnumerateObject().Select(p => p.Name).FirstOrDefault(p => !names.Contains(p) && !optional.Contains(p)) is { } unknown)
            return $"{unknown}: there is no such property; write {example}.";
        return names.FirstOrDefault(name => !body.TryGetProperty(name, out _)) is { } missing
            ? $"{missing}: missing; write {example}."
            : null;
    }

    /// <summary>The property's value as a whole number, or null.</summary>
    public static long? Number(JsonElement body, string name) =>
        body.GetProperty(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    /// <summary>The property's value as text, or null.</summary>
    public static string? Text(JsonElement body, string name) =>
        body.GetProperty(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
