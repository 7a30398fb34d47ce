namespace FeedHub.Syndication.Tagging;

/// <summary>What a tagger knows beside the operator's rules.</summary>
public sealed record TaggingKnowledge
{
    /// <summary>The built-in table of publishers' words and nothing else.</summary>
    public static TaggingKnowledge None { get; } = new();

    /// <summary>What publishers' categories mean.</summary>
    public Aliases Aliases { get; init; } = Aliases.BuiltIn;

    /// <summary>What this hub's sources' categories and sections have proved to mean.</summary>
    public SourceHabits Habits { get; init; } = SourceHabits.Empty;

    /// <summary>The model to ask where nothing else is known; null: none.</summary>
    public Lazy<CategoryModel>? Model { get; init; }

    /// <summary>From which certainty on a guess of the model is given, from 0 to 1, asked for each item; null:
    /// <see cref="Tagging.GivenFrom"/>.</summary>
    public Func<double?> GivenFrom { get; init; } = () => null;
}
