namespace FeedHub.Syndication.Reading.Cleaning;

/// <summary>Where a sentence was seen.</summary>
/// <param name="First">Hash of the title of the item that had it first.</param>
/// <param name="Second">Hash of another title, or null.</param>
/// <param name="Last">Hash of the title that was counted last.</param>
/// <param name="Titles">Different titles it was seen under; no longer counted above <see cref="RepeatedSentences.MinTitles"/>.</param>
/// <param name="Age">Number of the item that had it last.</param>
internal readonly record struct Sighting(uint First, uint? Second, uint Last, int Titles, int Age)
{
    public Sighting With(uint title, int age)
    {
        var isKnown = title == First || title == Second || title == Last || Titles >= RepeatedSentences.MinTitles;
        return isKnown ? this with { Age = age } : new Sighting(First, Second ?? title, title, Titles + 1, age);
    }
}
