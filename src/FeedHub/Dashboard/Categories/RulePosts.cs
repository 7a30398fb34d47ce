using System.Globalization;
using FeedHub.Categories;
using FeedHub.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Syndication.Tagging;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Categories;

/// <summary>Writes, changes and deletes rules of categories and drop rules from the forms of the page.</summary>
public sealed class RulePosts(DeclaredParts parts, Taggers taggers)
{
    private static string Meanwhile => Say(
        "the rule was changed or deleted meanwhile: look at the list again",
        "aturan ini sementara itu diubah atau dihapus: lihat lagi daftarnya");

    private static string There => Say(
        "there is this very rule already: it is in the list",
        "aturan yang sama sudah ada: lihat daftarnya");

    /// <summary>The form's fields of the rule that an address names, such as <c>drop:2</c>; null where there is none.</summary>
    public IReadOnlyDictionary<string, string>? Fields(string name)
    {
        var number = int.TryParse(name[(name.IndexOf(':') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : -1;
        return name.StartsWith(RuleDrafts.DropKind + ":", StringComparison.Ordinal)
            ? Fields(taggers.Drops.Rules.ElementAtOrDefault(number))
            : Fields(taggers.Rules.ElementAtOrDefault(number));
    }

    /// <summary>Puts the rule in the place of the one that the form was filled with, else at the end; what was wrong, or null.</summary>
    public Task<string?> SaveAsync(RuleDraft draft, string was, CancellationToken cancellation) => draft.Drop is { } drop
        ? ChangeAsync(taggers.Drops.Rules, was, drop, rules => parts.ChangeRulesAsync(null, rules, cancellation))
        : ChangeAsync(taggers.Rules, was, draft.Rule!, rules => parts.ChangeRulesAsync(rules, null, cancellation));

    /// <summary>Deletes the rule; what was wrong, or null.</summary>
    public Task<string?> DeleteAsync(bool isDrop, string was, CancellationToken cancellation) => isDrop
        ? ChangeAsync(taggers.Drops.Rules, was, null, rules => parts.ChangeRulesAsync(null, rules, cancellation))
        : ChangeAsync(taggers.Rules, was, null, rules => parts.ChangeRulesAsync(rules, null, cancellation));

    /// <summary>What puts the rule back at its place after it was deleted.</summary>
    public Func<CancellationToken, Task> BringingBack(bool isDrop, string was) => isDrop
        ? BringingBack(() => taggers.Drops.Rules, was, (rules, cancellation) => parts.ChangeRulesAsync(null, rules, cancellation))
        : BringingBack(() => taggers.Rules, was, (rules, cancellation) => parts.ChangeRulesAsync(rules, null, cancellation));

    private static Func<CancellationToken, Task> BringingBack<T>(
        Func<IReadOnlyList<T>> rules, string was, Func<IReadOnlyList<T>, CancellationToken, Task> change)
    {
        var (standing, place) = (rules(), rules().ToList().FindIndex(known => Key(known) == was));
        return cancellation => place < 0 || rules().Any(known => Key(known) == was)
            ? Task.CompletedTask
            : change([.. rules().Take(place), standing[place], .. rules().Skip(place)], cancellation);
    }

    /// <summary>The rule in one spelling, by which a form names it.</summary>
    public static string Key<T>(T rule) => StoredJson.Write(rule);

    private static async Task<string?> ChangeAsync<T>(IReadOnlyList<T> rules, string was, T? rule, Func<IReadOnlyList<T>, Task> change)
        where T : class
    {
        var list = rules.ToList();
        var at = was.Length == 0 ? list.Count : list.FindIndex(known => Key(known) == was);
        if (at < 0 || (at == list.Count && rule is null))
            return Meanwhile;
        if (at < list.Count)
            list.RemoveAt(at);
        if (rule is not null && list.Exists(known => Key(known) == Key(rule)))
            return There;
        if (rule is not null)
            list.Insert(at, rule);
        await change(list);
        return null;
    }

    private static Dictionary<string, string>? Fields(DropRule? rule) => rule is null
        ? null
        : new(Conditions(rule)) { ["kind"] = RuleDrafts.DropKind, ["was"] = Key(rule) };

    private static Dictionary<string, string>? Fields(CategoryRule? rule) => rule is null
        ? null
        : new(Conditions(rule)) { ["slug"] = rule.Slug, ["was"] = Key(rule) };

    private static Dictionary<string, string> Conditions(RuleConditions rule) => new()
    {
        ["title"] = rule.Title ?? "",
        ["any"] = string.Join('\n', rule.Any),
        ["all"] = string.Join('\n', rule.All),
        ["none"] = string.Join('\n', rule.None),
        ["sources"] = string.Join('\n', rule.Sources),
        ["in"] = string.Join(' ', rule.In),
    };
}
