using System.Text.RegularExpressions;
using FeedHub.Syndication.Reading.Formats;

namespace FeedHub.Syndication.Reading.Cleaning;

/// <summary>Lines that name who wrote and who edited ("Pewarta: Ana | Editor: Bo").</summary>
internal sealed partial class CreditLines
{
    // A longer line is a sentence that happens to begin like a byline.
    private const int MaxLength = 160;
    private const int MaxName = 60;

    private readonly List<string> _writers = [];
    private readonly List<string> _editors = [];

    /// <summary>Takes the names out of a line; false if it is not a byline.</summary>
    public bool Read(string line)
    {
        if (line.Length > MaxLength)
            return false;
        if (Plain().Match(line) is { Success: true } plain)
        {
            Add("by", plain.Groups["name"].Value);
            return true;
        }

        if (!Whole().IsMatch(line))
            return false;
        foreach (Match part in Part().Matches(line))
            Add(part.Groups["role"].Value, part.Groups["name"].Value.Trim(' ', ',', '|', '/', '.', '-', ')', ']', '*'));
        return true;
    }

    /// <summary>The writers; else the editors; else the agency.</summary>
    public IEnumerable<string> Names(string? agency) =>
        _writers.Count > 0 ? _writers : _editors.Count > 0 ? _editors : agency is null ? [] : [agency];

    private void Add(string role, string name)
    {
        if (name.Length is 0 or > MaxName)
            return;
        var isEditor = role.StartsWith("edit", StringComparison.OrdinalIgnoreCase)
            || role.StartsWith("redak", StringComparison.OrdinalIgnoreCase);
        foreach (var person in Separator().Split(name).Select(People.Name).OfType<string>())
            (isEditor ? _editors : _writers).Add(person);
    }

    private const string Roles
        = "reporter|penulis|pewarta|wartawan|jurnalis|laporan|kontributor|oleh|author|written by|by|editor|redaktur|edited by";

    // Without a colon only capitals tell a name: "By the way" is not one.
    [GeneratedRegex(@"^(?:By|BY|Oleh|OLEH)\s+(?!(?i:the)\s+[\p{L}’']+(?![\p{L}’']|\s+\p{Lu}))"
        + @"(?!(?i:all|any|our|his|her|their|this|that|these|those|its|your|far|popular|now|default|design)\b)"
        + @"(?!.*\s(?:Or|To|Of|For|In|On|At|A|By|From|With|Through|Untuk|Di|Ke)\s)"
        + @"(?<name>\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3})$")]
    private static partial Regex Plain();

    // Not the comma before a degree ("Tedy, S.H.").
    [GeneratedRegex(@"\s+(?:dan|and|&)\s+|\s*[/;]\s*|,\s+(?!\p{L}{1,3}\.)", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    [GeneratedRegex($@"^\W{{0,3}}(?:{Roles})\s*[:：]", RegexOptions.IgnoreCase)]
    private static partial Regex Whole();

    [GeneratedRegex(
        $@"(?<![\p{{L}}])(?<role>{Roles})\s*[:：]\s*(?<name>.*?)(?=(?<![\p{{L}}])(?:{Roles})\s*[:：]|copyright|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Part();
}
