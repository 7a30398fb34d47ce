namespace FeedHub.Dashboard.Frame;

/// <summary>A number beside a page in the menu.</summary>
/// <param name="Text">The number.</param>
/// <param name="Style">Classes that give it its colour.</param>
/// <param name="Meaning">What it counts.</param>
public sealed record MenuNumber(string Text, string Style, string Meaning);
