using FeedHub.Syndication.Reading;

namespace FeedHub.Syndication.Tagging;

/// <summary>Which of the rules' phrases stand in which field of one item; a field is read when the first rule asks for it.</summary>
internal sealed class RuleHits(PhraseFinder finder, ParsedItem item, string plainText)
{
    private readonly bool[]?[] _byField = new bool[]?[Enum.GetValues<RuleField>().Length];

    /// <summary>The first of the fields that the phrase stands in, or null.</summary>
    public RuleField? FieldOf(int phrase, RuleField[] fields)
    {
        foreach (var field in fields)
        {
            if (finder.Has(phrase, _byField[(int)field] ??= Read(field)))
                return field;
        }

        return null;
    }

    private bool[] Read(RuleField field)
    {
        var marks = finder.NoMarks();
        foreach (var value in field.Values(item, plainText))
            finder.Find(value, marks);
        return marks;
    }
}
