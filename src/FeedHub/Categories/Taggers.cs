using FeedHub.Model.Settings;
using FeedHub.Storage.Statements.Habits;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Tagging;
using Microsoft.Extensions.Options;

namespace FeedHub.Categories;

/// <summary>The tagger in force: replaced as a whole when feeds.json brings other rules, an admin maps a word, or another model is
/// taken.</summary>
public sealed class Taggers(HabitStore habits, IOptions<FeedHubOptions> options)
{
    private readonly Lock _changing = new();
    private volatile State _state = new(
        [], DropBook.Empty, Aliases.BuiltIn, CategoryModel.Shipped, 0, () => options.Value.Categories.Threshold);

    /// <summary>The categories there are now.</summary>
    public Vocabulary Vocabulary => _state.Vocabulary;

    /// <summary>The operator's rules.</summary>
    public IReadOnlyList<CategoryRule> Rules => _state.Rules;

    /// <summary>The operator's drop rules.</summary>
    public DropBook Drops => _state.Drops;

    /// <summary>What publishers' words mean, an admin's own among them.</summary>
    public Aliases Aliases => _state.Aliases;

    /// <summary>The model in use.</summary>
    public Lazy<CategoryModel> Model => _state.Model;

    /// <summary>The least certainty of a guess that is given, as an operator says; null: by language and kind of text.</summary>
    public double? Threshold => options.Value.Categories.Threshold;

    /// <summary>Rises with every change of rules and aliases.</summary>
    public long Version => _state.Version;

    /// <summary>Hash of rules and aliases: the same in every process that has the same.</summary>
    public long RulesHash => _state.Hash;

    /// <summary>The tagger for the items of this source, with what is known of its habits.</summary>
    public Tagger For(long sourceId) => _state.Tagger.With(habits.Of(sourceId));

    /// <summary>A tagger that knows no source, with these rules or those in force.</summary>
    public Tagger ForNoSource(IReadOnlyList<CategoryRule>? rules = null) =>
        rules is null ? _state.Tagger : new State(rules, DropBook.Empty, Aliases, Model, 0, () => Threshold).Tagger;

    /// <summary>The tagger with what is known of this source's habits.</summary>
    public Tagger For(long sourceId, Tagger tagger) => tagger.With(habits.Of(sourceId));

    /// <summary>Takes these rules from now on.</summary>
    public void Use(IReadOnlyList<CategoryRule> rules, IReadOnlyList<DropRule> drops)
    {
        var book = new DropBook(drops);
        Change(s => new(rules, book, s.Aliases, s.Model, s.Version + 1, s.Threshold));
    }

    /// <summary>Takes these rules from now on; the drop rules stay.</summary>
    public void Use(IReadOnlyList<CategoryRule> rules) => Change(s => new(rules, s.Drops, s.Aliases, s.Model, s.Version + 1, s.Threshold));

    /// <summary>Takes these aliases from now on.</summary>
    public void Use(Aliases aliases) => Change(s => new(s.Rules, s.Drops, aliases, s.Model, s.Version + 1, s.Threshold));

    /// <summary>Takes this model from now on, for items that are new.</summary>
    public void Use(Lazy<CategoryModel> model) => Change(s => new(s.Rules, s.Drops, s.Aliases, model, s.Version, s.Threshold));

    private void Change(Func<State, State> change)
    {
        lock (_changing)
            _state = change(_state);
    }

    private sealed class State(
        IReadOnlyList<CategoryRule> rules,
        DropBook drops,
        Aliases aliases,
        Lazy<CategoryModel> model,
        long version,
        Func<double?> threshold)
    {
        private readonly Lazy<long> _hash = new(() => ItemIdentity.Hash(string.Join(
            '\n',
            StoredJson.Write(rules),
            StoredJson.Write(drops.Rules),
            StoredJson.Write(aliases.Own.OrderBy(own => own.Key, StringComparer.Ordinal)))));

        public IReadOnlyList<CategoryRule> Rules { get; } = rules;

        public DropBook Drops { get; } = drops;

        public Aliases Aliases { get; } = aliases;

        public Lazy<CategoryModel> Model { get; } = model;

        public long Version { get; } = version;

        public long Hash => _hash.Value;

        public Func<double?> Threshold { get; } = threshold;

        public Vocabulary Vocabulary { get; } = new(rules);

        public Tagger Tagger { get; } = new(rules, new() { Aliases = aliases, Model = model, GivenFrom = threshold });
    }
}
