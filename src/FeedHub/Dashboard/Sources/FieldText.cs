using FeedHub.Model.Sources.Properties;
using FeedHub.Model.Words;

namespace FeedHub.Dashboard.Sources;

/// <summary>The words of a source's fields, which stand at its properties.</summary>
internal static class FieldText
{
    /// <summary>The label; the name where there is none.</summary>
    public static string Of(SourceProperty property) => Said(property.Label) ?? property.Name;

    /// <summary>The label within a sentence, such as <c>interval</c>.</summary>
    public static string Short(SourceProperty property) => property == SourceProperties.TimeZone
        ? Spoken.Say("time zone", "zona waktu")
        : property == SourceProperties.Content ? Spoken.Say("content", "isi") : Lower(Of(property));

    /// <summary>What an empty field means, or an example.</summary>
    public static string? Placeholder(SourceProperty property) => Said(property.Placeholder);

    /// <summary>More about the field.</summary>
    public static string? Hint(SourceProperty property) => Said(property.Hint);

    private static string? Said((string English, string Indonesian)? words) =>
        words is { } both ? Spoken.Say(both.English, both.Indonesian) : null;

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
