using FeedHub.Model.Words;

namespace FeedHub.Model.Sources.Properties;

/// <summary>A property that is true or false.</summary>
/// <param name="name">As feeds.json and the API spell it.</param>
/// <param name="get">Its value.</param>
/// <param name="set">Stores a value.</param>
public sealed class FlagProperty(string name, Func<DeclaredSource, bool> get, Action<DeclaredSource, bool> set) : SourceProperty(name),
    IOpmlAttribute
{
    /// <summary>Its value.</summary>
    public bool Of(DeclaredSource source) => get(source);

    /// <summary>Stores a value.</summary>
    public void Set(DeclaredSource source, bool value) => set(source, value);

    /// <inheritdoc/>
    public override bool AreSame(DeclaredSource one, DeclaredSource other) => get(one) == get(other);

    /// <inheritdoc/>
    public override string? TextOf(DeclaredSource source) => get(source) ? "yes" : "no";

    /// <inheritdoc/>
    public string? AttributeOf(DeclaredSource source) => IsUsual(source) ? null : get(source) ? "true" : "false";

    /// <inheritdoc/>
    public string? ReadAttribute(string text, DeclaredSource into)
    {
        if (!bool.TryParse(text, out var value))
            return $"{Wording.Quoted(text)} is neither true nor false";
        set(into, value);
        return null;
    }

    /// <inheritdoc/>
    public override void Copy(DeclaredSource from, DeclaredSource to) => set(to, get(from));
}
