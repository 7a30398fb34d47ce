namespace FeedHub.Syndication.Reading.Article;

/// <summary>Where a sentence was seen.</summary>
/// <param name="First">Hash of the title of the item that had it first.</param>
/// <param name="Second">Hash of another title, or null.</param>
/// <param name="Titles">Different titles it was seen under; no longer counted above <see cref="RepeatedSentences.MinTitles"/>.</param>
/// <param name="Age">Number of the item that had it last.</param>
internal readonly record struct Sighting(uint First, uint? Second, int Titles, int Age)
{
    public Sighting With(uint title, int age) =>
        title == First || title == Second || Titles >= RepeatedSentences.MinTitles ? this with { Age = age }
        : this with { Second = Second ?? title, Titles = Titles + 1, Age = age };
}
