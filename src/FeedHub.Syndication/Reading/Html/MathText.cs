using System.Text;

namespace FeedHub.Syndication.Reading.Html;

/// <summary>
/// Formulas of MathML as lines of text that keep their meaning: exponents and indices stay above and below ("e^{kt}" in plain text,
/// <c>sup</c> in HTML), fractions and roots get their brackets.
/// </summary>
internal sealed class MathText(HtmlScanner scanner, string html, bool asHtml)
{
    // What stands deeper has its text, without its place.
    private const int MaxDepth = 100;

    // The same formula again, in TeX or for computers.
    private static readonly string[] Repeats = ["annotation", "annotation-xml"];

    private static readonly HashSet<string> Names = new(
        ("maction maligngroup malignmark math menclose merror mfenced mfrac mglyph mi mlabeledtr mlongdiv mmultiscripts mn mo mover "
            + "mpadded mphantom mprescripts mroot "
        + "mrow ms mscarries mscarry msgroup msline mspace msqrt msrow mstack mstyle msub msubsup msup mtable mtd mtext mtr munder "
        + "munderover none semantics").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private readonly List<(string Name, int Children, string After)> _open = [];
    private readonly StringBuilder _result = new();

    /// <summary>True for the element that a formula stands in, also with the prefix that publishers of journals write
    /// ("mml:math").</summary>
    public static bool IsFormula(ReadOnlySpan<char> name) =>
        name[(name.IndexOf(':') + 1)..].Equals("math", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads on to the end of the formula whose start tag was read, or to where HTML goes on inside it.</summary>
    public string Read()
    {
        while (!scanner.AtEnd)
        {
            var at = scanner.At;
            var token = scanner.Next();
            if (token.Kind == HtmlTokenKind.Text)
                Text(html[token.Start..token.End]);
            else if (token.Kind == HtmlTokenKind.Start && Repeats.Contains(Local(token.Name), StringComparer.OrdinalIgnoreCase))
                scanner.Skip(token.Name);
            else if (token.Kind == HtmlTokenKind.End && IsFormula(token.Name))
                break;
            else if (token.Kind != HtmlTokenKind.Unread && HtmlNames.IsElement(Local(token.Name)) && !Names.Contains(Local(token.Name)))
                return Back(at);
            else if (token.Kind == HtmlTokenKind.Start)
                Start(Local(token.Name).ToLowerInvariant(), token.IsEmpty);
            else if (token.Kind == HtmlTokenKind.End)
                End(Local(token.Name));
        }

        return Finish();
    }

    private static string Local(string name) => name[(name.IndexOf(':') + 1)..];

    private string Back(int at)
    {
        scanner.GoTo(at);
        return Finish();
    }

    private string Finish()
    {
        while (_open.Count > 0)
            Close();
        return _result.ToString();
    }

    // White space between the parts is the writer's layout.
    private void Text(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            _result.Append(asHtml ? text : References.Resolve(text));
    }

    private void Start(string name, bool isEmpty)
    {
        var (before, after) = Place(name);
        if (!isEmpty && _open.Count >= MaxDepth)
            return;
        _result.Append(before);
        _open.Add((name, 0, after));
        if (isEmpty)
            Close();
    }

    private void End(string name)
    {
        var at = _open.FindLastIndex(o => o.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        while (at >= 0 && _open.Count > at)
            Close();
    }

    private void Close()
    {
        _result.Append(_open[^1].After);
        _open.RemoveAt(_open.Count - 1);
    }

    // What is written before and after a child, by its parent and its place in it.
    private (string Before, string After) Place(string name)
    {
        var (inner, last) = name switch { "msqrt" => ("√(", ")"), "mfenced" => ("(", ")"), _ => ("", "") };
        if (_open.Count == 0)
            return (inner, last);
        var (parent, children, after) = _open[^1];
        _open[^1] = (parent, children + 1, after);
        var (outer, end) = Around(parent, children, name);
        return (outer + inner, last + end);
    }

    private (string, string) Around(string parent, int place, string name) => (parent, place) switch
    {
        ("msup" or "mover", 1) or ("msubsup" or "munderover", 2) => Raised,
        ("msub" or "munder" or "msubsup" or "munderover", 1) => Lowered,
        ("mfrac", 0) => name == "mrow" ? ("(", ")/") : ("", "/"),
        ("mfrac", 1) => name == "mrow" ? ("(", ")") : ("", ""),
        ("mroot", 0) => ("(", ")"),
        ("mroot", 1) => (Raised.Item1 + "1/", Raised.Item2),
        ("mfenced", > 0) => (", ", ""),
        ("mtable", > 0) => ("; ", ""),
        ("mtr" or "mlabeledtr", > 0) => (" ", ""),
        _ => ("", ""),
    };

    private (string, string) Raised => asHtml ? ("<sup>", "</sup>") : ("^{", "}");

    private (string, string) Lowered => asHtml ? ("<sub>", "</sub>") : ("_{", "}");
}
