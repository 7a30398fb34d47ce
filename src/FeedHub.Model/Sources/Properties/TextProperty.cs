using FeedHub.Model.Words;

namespace FeedHub.Model.Sources.Properties;

/// <summary>A property that is written as one text.</summary>
/// <param name="name">As feeds.json and the API spell it.</param>
/// <param name="get">Its text, or null.</param>
/// <param name="set">Stores a text that has no <see cref="ProblemOf"/>, or null for none.</param>
public sealed class TextProperty(string name, Func<DeclaredSource, string?> get, Action<DeclaredSource, string?> set)
    : SourceProperty(name), IOpmlAttribute
{
    /// <summary>What to write, with an example, as a message goes on after "write".</summary>
    public required Bilingual Example { get; init; }

    /// <summary>What is wrong with a text and what to write instead; null if nothing is.</summary>
    public Func<string, string?> Rule { get; init; } = _ => null;

    /// <summary>All texts that it may have, the usual one first; empty: any that the rule allows, or none.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>True if a blank text, from the API, leaves it as it is.</summary>
    public bool IsLeftByBlank { get; init; }

    /// <summary>What is wrong with a text and what to write instead; null if nothing is.</summary>
    public string? ProblemOf(string text) => Choices.Count == 0 ? Rule(text)
        : Choices.Contains(text) ? null
        : Wording.NoChoice(text, Name, Choices);

    /// <summary>Stores a text that has no problem, or null for none.</summary>
    public void Set(DeclaredSource source, string? text) => set(source, text);

    /// <inheritdoc/>
    public override bool AreSame(DeclaredSource one, DeclaredSource other) => get(one) == get(other);

    /// <inheritdoc/>
    public override string? TextOf(DeclaredSource source) => get(source);

    /// <inheritdoc/>
    public string? AttributeOf(DeclaredSource source) => IsUsual(source) ? null : get(source);

    /// <inheritdoc/>
    public string? ReadAttribute(string text, DeclaredSource into)
    {
        if (ProblemOf(text) is { } problem)
            return problem;
        set(into, text);
        return null;
    }

    /// <inheritdoc/>
    public override void Copy(DeclaredSource from, DeclaredSource to) => set(to, get(from));
}
