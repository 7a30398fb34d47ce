using System.Globalization;
using FeedHub.Model.Sources;

namespace FeedHub.Dashboard.Sources;

/// <summary>The state of a source that a person saw when the form was opened; the form carries it in hidden fields.</summary>
/// <param name="Version">Its <see cref="Source.Version"/>; null: the form carries none.</param>
/// <param name="Values">Its fields as they were shown.</param>
public sealed record SeenSource(int? Version, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Field of the version.</summary>
    public const string VersionField = "version";

    /// <summary>Stands before the name of a field where its former value is.</summary>
    public const string Former = "was-";

    /// <summary>What a form shows that is opened now; its parameters are those of <see cref="SourceForm.ValuesOf"/>.</summary>
    public static SeenSource Of(Source source, bool whole) => new(source.Version, SourceForm.ValuesOf(source, whole));

    /// <summary>What a form that came in was opened with.</summary>
    public static SeenSource In(IFormCollection form) => new(
        int.TryParse(form[VersionField], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
        form.Where(field => field.Key.StartsWith(Former, StringComparison.Ordinal))
            .ToDictionary(field => field.Key[Former.Length..], field => field.Value.ToString()));
}
