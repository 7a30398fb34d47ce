using System.Globalization;
using System.Text.Json;

namespace FeedHub.Demo;

/// <summary>All that was written for the newsroom: the pieces of each outlet, and bulletins without end when they run out.</summary>
internal sealed class ArticleLibrary
{
    private readonly ILookup<string, Piece> _articles;
    private readonly ILookup<string, Piece> _bulletins;

    private ArticleLibrary(Stock stock)
    {
        _articles = stock.Articles.ToLookup(piece => piece.Origin);
        _bulletins = stock.Bulletins.ToLookup(piece => piece.Origin);
    }

    /// <summary>Reads the library that the assembly carries.</summary>
    public static ArticleLibrary Load()
    {
        using var stream = typeof(ArticleLibrary).Assembly.GetManifestResourceStream("FeedHub.Demo.articles.json")
            ?? throw new InvalidOperationException("articles.json is not embedded in the assembly");
        return new ArticleLibrary(JsonSerializer.Deserialize<Stock>(stream, JsonSerializerOptions.Web)!);
    }

    /// <summary>What an outlet prints in one of its slots, counted from 0.</summary>
    /// <param name="origin">The outlet that writes.</param>
    /// <param name="slot">From 0; the first <see cref="Publisher.Backlog"/> are out at the start.</param>
    /// <param name="at">When the slot is printed; bulletins name the time.</param>
    public Piece At(Publisher origin, int slot, DateTimeOffset at)
    {
        var own = _articles[origin.Slug].ToList();
        var index = slot - (origin.Backlog - (own.Count - origin.Held));
        return index >= 0 && index < own.Count ? own[index] : Bulletin(origin, slot, at);
    }

    private Piece Bulletin(Publisher origin, int slot, DateTimeOffset at)
    {
        var templates = _bulletins[origin.Slug].ToList();
        var template = templates[slot % templates.Count];
        string Text(string text) => Filled(text, template.Fill, origin, slot, at);
        return template with
        {
            Title = Text(template.Title),
            Alternatives = [.. template.Alternatives.Select(Text)],
            Place = Text(template.Place),
            Lead = Text(template.Lead),
            Paragraphs = [.. template.Paragraphs.Select(Text)],
        };
    }

    private static string Filled(
        string text, IReadOnlyDictionary<string, string[]> fill, Publisher origin, int slot, DateTimeOffset at)
    {
        var known = text
            .Replace("{time}", EditionDates.TimeOfDay(origin, at), StringComparison.Ordinal)
            .Replace("{n}", (slot + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        string Choice(string name) => fill[name][Dice.Roll($"{origin.Slug}/{slot}/{name}", fill[name].Length)];
        return fill.Keys.Aggregate(known, (done, name) => done.Replace($"{{{name}}}", Choice(name), StringComparison.Ordinal));
    }

    private sealed record Stock(IReadOnlyList<Piece> Articles, IReadOnlyList<Piece> Bulletins);
}
