namespace FeedHub.Syndication.Reasons;

/// <summary>
/// Which reason it is. The names are stored: a code that is out of use stays as long as rows may hold it, and gets no other meaning. What
/// each says, and with which arguments, stands in the tables of words (<see cref="ReasonLanguage"/>).
/// </summary>
public enum ReasonCode
{
    /// <summary>Text that is no words of FeedHub's own.</summary>
    Text,

    // Why an item is in its story.
    BeganStory, SameAddress, JoinedByAdmin, NothingAlike, Compared,
    SameText, Doubtful, AnotherText,
    HeadlinesAlike, HeadlinesPartlyAlike, HeadlinesDiffer, NumbersAgree, OneNumberDiffers, NumbersDiffer, NamesDiffer, SameSource,

    // Why it has a category.
    SetByEditor, SourcesCategory, PublishersCategory, TextAsAWhole, OneWord, SomeWords, InLeaningSource,
    RuleMatched, RuleExcludes, RuleHolds, InTitle, InText, InAddress, InAuthorsName, InPublishersCategory,
    HabitOfSource, SignCategory, SignSection, SignSubdomain,

    // Why all items get their categories again.
    FirstCategories, RulesChanged, SourcesCategoriesChanged, CategoriesOfManyChanged, AdminAsked,
    WordMapped, WordMeansNothing, WordForgotten,
}
