using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedHub.Syndication.Reasons;

/// <summary>
/// The words of a code in one language, with places for its arguments: <c>{0}</c> for a text, <c>{0:n}</c> for a number, and
/// <c>{0*, }</c> for that argument and all after it, with what stands behind the star between them.
/// </summary>
internal sealed partial class ReasonWords
{
    private readonly List<Piece> _pieces = [];

    /// <exception cref="FormatException">A place is written in another way.</exception>
    public ReasonWords(string format)
    {
        var from = 0;
        foreach (Match place in Place().Matches(format))
        {
            Add(format[from..place.Index]);
            _pieces.Add(new("", int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture), place.Groups[2].Value));
            from = place.Index + place.Length;
        }

        Add(format[from..]);
    }

    /// <summary>The places, in order of their numbers, each with how it is written.</summary>
    public IEnumerable<(int Number, bool IsNumber, bool TakesRest)> Places => _pieces.Where(p => p.Place >= 0)
        .Select(p => (p.Place, p.How == ":n", p.How.StartsWith('*'))).Distinct().Order();

    /// <summary>The words with these arguments; one that is missing is empty.</summary>
    public string With(string[] arguments, ReasonLanguage language)
    {
        var words = new string[_pieces.Count];
        for (var n = 0; n < words.Length; n++)
            words[n] = _pieces[n].With(arguments, language);
        return string.Concat(words);
    }

    private void Add(string literal)
    {
        if (literal.Contains('{') || literal.Contains('}'))
            throw new FormatException($"'{literal}' has a place that is not written as {{0}}, {{0:n}} or {{0*, }}.");
        if (literal.Length > 0)
            _pieces.Add(new(literal, -1, ""));
    }

    [GeneratedRegex(@"\{(\d)(:n|\*[^}]*)?\}")]
    private static partial Regex Place();

    private readonly record struct Piece(string Literal, int Place, string How)
    {
        public string With(string[] arguments, ReasonLanguage language) => (Place, How) switch
        {
            ( < 0, _) => Literal,
            (_, ['*', .. var between]) => string.Join(between, arguments.Skip(Place)),
            _ when Place >= arguments.Length => "",
            (_, ":n") => language.Number(arguments[Place]),
            _ => arguments[Place],
        };
    }
}
