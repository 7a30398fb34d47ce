namespace FeedHub.Access;

/// <summary>Whom wrong attempts are counted for.</summary>
/// <param name="Key">The client.</param>
/// <param name="Crowd">Those whom it cannot be told from with certainty, as one; null: there are none.</param>
public readonly record struct Guesser(string Key, string? Crowd)
{
    /// <summary>The same one guessing something else.</summary>
    public Guesser With(string prefix) => new(prefix + Key, Crowd is null ? null : prefix + Crowd);
}
