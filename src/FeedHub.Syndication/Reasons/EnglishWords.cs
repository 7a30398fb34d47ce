namespace FeedHub.Syndication.Reasons;

/// <summary>The words of every code in English, with places as <see cref="ReasonWords"/> reads them. Programs read these words too: they
/// do not change without need.</summary>
internal static class EnglishWords
{
    public static IReadOnlyDictionary<ReasonCode, string> All { get; } = new Dictionary<ReasonCode, string>
    {
        [ReasonCode.Text] = "{0}",

        [ReasonCode.BeganStory] = "began the story",
        [ReasonCode.SameAddress] = "same address",
        [ReasonCode.JoinedByAdmin] = "joined by an admin",
        [ReasonCode.NothingAlike] = "nothing like it",
        [ReasonCode.Compared] = "{0} ({1:n}): {2:n} % of the shorter text is in both, {3} ({4:n}), {5*, }",
        [ReasonCode.SameText] = "same text",
        [ReasonCode.Doubtful] = "doubtful",
        [ReasonCode.AnotherText] = "another text",
        [ReasonCode.HeadlinesAlike] = "headlines alike",
        [ReasonCode.HeadlinesPartlyAlike] = "headlines partly alike",
        [ReasonCode.HeadlinesDiffer] = "headlines differ",
        [ReasonCode.NumbersAgree] = "numbers agree",
        [ReasonCode.OneNumberDiffers] = "one number differs",
        [ReasonCode.NumbersDiffer] = "numbers differ",
        [ReasonCode.NamesDiffer] = "each names what the other does not",
        [ReasonCode.SameSource] = "from the same source",

        [ReasonCode.SetByEditor] = "set by an editor",
        [ReasonCode.SourcesCategory] = "the source's own category",
        [ReasonCode.PublishersCategory] = "publisher category '{0}'",
        [ReasonCode.TextAsAWhole] = "the text as a whole",
        [ReasonCode.OneWord] = "the word '{0}'",
        [ReasonCode.SomeWords] = "the words '{0*', '}'",
        [ReasonCode.InLeaningSource] = "{0}, in a source that often writes of it",
        [ReasonCode.RuleMatched] = "rule '{0}' matched {1* and }",
        [ReasonCode.RuleExcludes] = "rule '{0}' matched: none of the words it excludes",
        [ReasonCode.RuleHolds] = "rule '{0}' holds for every item of this source",
        [ReasonCode.InTitle] = "\"{0}\" in the title",
        [ReasonCode.InText] = "\"{0}\" in the text",
        [ReasonCode.InAddress] = "\"{0}\" in the address",
        [ReasonCode.InAuthorsName] = "\"{0}\" in the author's name",
        [ReasonCode.InPublishersCategory] = "\"{0}\" in the publisher's category",
        [ReasonCode.HabitOfSource] = "this source's {0} was {1} in {2} of {3} items",
        [ReasonCode.SignCategory] = "category '{0}'",
        [ReasonCode.SignSection] = "section {0}",
        [ReasonCode.SignSubdomain] = "subdomain '{0}'",

        [ReasonCode.FirstCategories] = "first start with categories",
        [ReasonCode.RulesChanged] = "the rules of feeds.json changed",
        [ReasonCode.SourcesCategoriesChanged] = "the categories of {0} changed",
        [ReasonCode.CategoriesOfManyChanged] = "the categories of {0} sources changed",
        [ReasonCode.AdminAsked] = "an admin asked for it",
        [ReasonCode.WordMapped] = "'{0}' now means {1}",
        [ReasonCode.WordMeansNothing] = "'{0}' now means nothing",
        [ReasonCode.WordForgotten] = "'{0}' is mapped no more",
    };
}
