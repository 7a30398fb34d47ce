using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Reading.Cleaning;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Syndication.Tagging;

/// <summary>What a source brings to the tagging of its items.</summary>
/// <param name="Id">The source's public id.</param>
/// <param name="Url">The source's address.</param>
/// <param name="Categories">Slugs that every item of the source has.</param>
public sealed record TaggedSource(string Id, string Url, IReadOnlyList<string> Categories);

/// <summary>
/// The way to a category: the source's own, the operator's rules, the publisher's words by the alias table, what the source's
/// words and sections have proved to mean, a model over the text. First is primary; none is better than a wrong one.
/// </summary>
public sealed class Tagger
{
    // Where publishers hang twenty keywords on an item, those after the first few no longer say what it is about.
    private const int MaxFromPublisher = 3;

    private const double PublisherConfidence = 0.9;

    // What is learnt from must be surer than what is shown: a mistake would teach itself.
    private const double SureLesson = 0.97;

    // So sure is a guess that it stands beside any topic.
    private const double SureBeside = 0.95;

    private readonly RuleBook _rules;
    private readonly TaggingKnowledge _knowledge;

    /// <summary>A tagger for these rules, with the built-in table of publishers' words; immutable and safe to share between
    /// threads.</summary>
    /// <exception cref="ArgumentException">A rule looks in a field that does not exist.</exception>
    public Tagger(IReadOnlyList<CategoryRule> rules)
        : this(rules, TaggingKnowledge.None)
    {
    }

    /// <summary>A tagger for these rules and this knowledge.</summary>
    /// <exception cref="ArgumentException">A rule looks in a field that does not exist.</exception>
    public Tagger(IReadOnlyList<CategoryRule> rules, TaggingKnowledge knowledge) => (_rules, _knowledge) = (new RuleBook(rules), knowledge);

    private Tagger(RuleBook rules, TaggingKnowledge knowledge) => (_rules, _knowledge) = (rules, knowledge);

    /// <summary>The same tagger for a source with these habits; costs next to nothing.</summary>
    public Tagger With(SourceHabits habits) => new(_rules, _knowledge with { Habits = habits });

    /// <summary>The item's tags, the primary one first, one per slug; empty rather than wrong.</summary>
    public IReadOnlyList<Tag> Tag(ParsedItem item, TaggedSource source) => Tag(item, source, Text(item, source));

    /// <summary>What the item teaches about its source's habits, to be added to <see cref="SourceHabits"/>; empty where its category is not
    /// sure.</summary>
    public IReadOnlyList<Habit> Lessons(ParsedItem item, TaggedSource source)
    {
        var text = Text(item, source);
        return Taught(item, source, Known(item, source, text.Text), () => Unleant(item, text));
    }

    /// <summary>
    /// The item's tags and its lessons, where its text is known: the model, the dearest step, then looks at it once.
    /// </summary>
    /// <param name="item">The item, with authors and language as far as they are known.</param>
    /// <param name="source">Its source.</param>
    /// <param name="text">Its text without furniture, with the language that it shows.</param>
    public (IReadOnlyList<Tag> Tags, IReadOnlyList<Habit> Lessons) TagAndLearn(ParsedItem item, TaggedSource source, ItemText text)
    {
        var known = Known(item, source, text.Text).ToList();
        var leaning = _knowledge.Habits.LeaningFor(source.Id, item);
        var guesses = Guesses(item, text, leaning);
        return (All(item, source, known, guesses, leaning), Taught(
            item,
            source,
            known,
            () => leaning is null ? guesses : Unleant(item, text)));
    }

    /// <summary>The same with the item's plain text given.</summary>
    internal IReadOnlyList<Tag> Tag(ParsedItem item, TaggedSource source, string plainText) =>
        Tag(item, source, new ItemText { Text = plainText, Language = LanguageGuess.Of(item.Title, plainText) });

    private IReadOnlyList<Tag> Tag(ParsedItem item, TaggedSource source, ItemText text)
    {
        var leaning = _knowledge.Habits.LeaningFor(source.Id, item);
        return All(item, source, Known(item, source, text.Text), Guesses(item, text, leaning), leaning);
    }

    private IReadOnlyList<Tag> All(
        ParsedItem item,
        TaggedSource source,
        IEnumerable<Tag> known,
        IEnumerable<Guess> guesses,
        SourceLeaning? leaning)
    {
        List<Tag> told = [.. known, .. _knowledge.Habits.Tags(source.Id, item)];
        var topics = told.Select(tag => TopicPairs.NumberOf(tag.Slug)).Where(topic => topic >= 0).ToList();
        return [.. told
            .Concat(guesses.Where(g => MayStandBeside(topics, g)).Select(g => new Tag(
                g.Slug,
                g.Confidence,
                leaning?.Favours(g.Slug) == true ? Reason.Of(ReasonCode.InLeaningSource, Why(g.Words)) : Why(g.Words))))
            .DistinctBy(t => t.Slug)];
    }

    // Where somebody has told a topic, a guess of one that rarely goes with it is most often wrong.
    private static bool MayStandBeside(List<int> topics, Guess guess) =>
        topics.Count == 0 || guess.Confidence >= SureBeside
        || topics.Exists(topic => TopicPairs.GoTogether(topic, TopicPairs.NumberOf(guess.Slug)));

    private static IReadOnlyList<Habit> Taught(
        ParsedItem item,
        TaggedSource source,
        IEnumerable<Tag> known,
        Func<IEnumerable<Guess>> guesses) =>
        known.FirstOrDefault() is { } tag
            ? SourceHabits.Lessons(source.Id, item, tag.Slug)
            : [.. guesses().Where(g => g.Confidence >= SureLesson).Take(1).SelectMany(g => SourceHabits.OfSigns(source.Id, item, g.Slug))];

    // What nobody has learnt or guessed.
    private IEnumerable<Tag> Known(ParsedItem item, TaggedSource source, string plainText) =>
        Sources(source).Concat(_rules.Tags(item, source, plainText)).Concat(Publishers(item)).DistinctBy(t => t.Slug);

    private ItemText Text(ParsedItem item, TaggedSource source) => _knowledge.Model is null && !_rules.LooksInText(source)
        ? new() { Text = "" }
        : ItemText.Of(item, TimeZoneInfo.Utc, DateTimeOffset.UnixEpoch);

    private IReadOnlyList<Guess> Guesses(ParsedItem item, ItemText text, SourceLeaning? leaning) =>
        _knowledge.Model?.Value.Sure(
            item.Title,
            text.Text,
            ModelLanguage.OfShown(text.Language, item.Title, text.Text, item.Language),
            leaning,
            _knowledge.GivenFrom()) ?? [];

    // What is learnt goes by the words alone: a habit must not feed on itself.
    private IReadOnlyList<Guess> Unleant(ParsedItem item, ItemText text) => Guesses(item, text, leaning: null);

    private static Reason Why(IReadOnlyList<string> words) => words switch
    {
        [] => Reason.Of(ReasonCode.TextAsAWhole),
        [var one] => Reason.Of(ReasonCode.OneWord, one),
        _ => Reason.Of(ReasonCode.SomeWords, [.. words]),
    };

    private static IEnumerable<Tag> Sources(TaggedSource source) =>
        source.Categories.Select(slug => new Tag(slug, 1, Reason.Of(ReasonCode.SourcesCategory)));

    private IEnumerable<Tag> Publishers(ParsedItem item) =>
        item.Categories
            .SelectMany(
                _knowledge.Aliases.SlugsOf,
                (c, slug) => new Tag(slug, PublisherConfidence, Reason.Of(ReasonCode.PublishersCategory, c)))
            .DistinctBy(t => t.Slug)
            .Take(MaxFromPublisher);
}
