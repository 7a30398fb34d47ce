namespace FeedHub.Model.Sources.Properties;

/// <summary>The headers that are sent with each poll of a source.</summary>
/// <param name="name">As feeds.json and the API spell it.</param>
public sealed class HeadersProperty(string name) : SourceProperty(name)
{
    /// <summary>What stands for a value, which may be a secret.</summary>
    public const string Masked = "(hidden)";

    /// <inheritdoc/>
    public override bool AreSame(DeclaredSource one, DeclaredSource other) =>
        one.Headers.OrderBy(h => h.Key).SequenceEqual(other.Headers.OrderBy(h => h.Key));

    /// <inheritdoc/>
    public override string? TextOf(DeclaredSource source) =>
        source.Headers.Count == 0 ? null : string.Join(", ", source.Headers.Keys.Select(header => $"{header}: {Masked}"));

    /// <inheritdoc/>
    public override void Copy(DeclaredSource from, DeclaredSource to) =>
        (to.Headers, to.HeadersUrl) = (from.Headers, from.HeadersUrl);
}
