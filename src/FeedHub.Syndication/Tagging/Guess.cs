namespace FeedHub.Syndication.Tagging;

/// <summary>What a model takes a text to be about.</summary>
/// <param name="Slug">One of the 17 topics.</param>
/// <param name="Confidence">How often such a guess is right, from 0 to 1.</param>
/// <param name="Words">The text's own words that spoke most for it, as written, strongest first; at most four.</param>
/// <param name="Sure">Whether it is sure enough to be given (<see cref="GivenFrom"/>).</param>
public sealed record Guess(string Slug, double Confidence, IReadOnlyList<string> Words, bool Sure);
