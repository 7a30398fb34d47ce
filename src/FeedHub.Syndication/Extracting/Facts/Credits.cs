using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using FeedHub.Syndication.Extracting.Pages;

namespace FeedHub.Syndication.Extracting.Facts;

/// <summary>The page's own words about who wrote and who edited: "Pewarta: Ana", "Penulis" above a name, "Redaktur : Bo".</summary>
internal sealed partial class Credits
{
    private const int MaxLine = 160;
    private const int MostParts = 6;

    // Lines in plain letters that have none of these name no role.
    private static readonly SearchValues<string> Said = SearchValues.Create(
        [
            "rep", "journ", "liput", "oleh", "penul", "pewar", "wartaw", "jurnal", "lapor", "kontri", "aut", " by", "von", "text", "edit",
            "red", "peny", "upload", "unggah", "words", "muhabir", "yazar", "haber",
        ],
        StringComparison.OrdinalIgnoreCase);

    private readonly List<string> _writers = [];
    private readonly List<string> _editors = [];

    private Credits(IReadOnlyList<PageLine> lines)
    {
        for (var at = 0; at < lines.Count; at++)
            at += Read(lines, at);
    }

    public static Credits Of(IReadOnlyList<PageLine> lines) => new(lines);

    public IReadOnlyList<string> Writers => _writers;

    public IReadOnlyList<string> Editors => _editors;

    // Tells how many further lines were read.
    private int Read(IReadOnlyList<PageLine> lines, int at)
    {
        var line = lines[at].Text;
        foreach (var (role, name) in EastAsianCredits.In(line))
            Add(role, name);
        if (line.Length > MaxLine || IsPlain(line))
            return 0;
        if (Alone().Match(line) is { Success: true } label)
            return Below(lines, at, label);
        foreach (var (role, name) in InSentence(line).Concat(InParts(lines[at])))
            Add(role, name);

        if (!Whole().IsMatch(line))
            return 0;
        foreach (Match part in Part().Matches(line))
            Add(part.Groups["role"].Value, part.Groups["name"].Value);
        return 0;
    }

    private static bool IsPlain(string line) => Ascii.IsValid(line) && !line.AsSpan().ContainsAny(Said);

    private static IEnumerable<(string Role, string Name)> InSentence(string line) =>
        (Sentence().Match(line) is { Success: true } sentence ? sentence : Single().Match(line)) is { Success: true } found
            ? found.Groups["role"].Captures.Zip(found.Groups["name"].Captures, (role, name) => (role.Value, name.Value)) : [];

    // A name and its role in elements side by side, or within one of several.
    private static IEnumerable<(string Role, string Name)> InParts(PageLine line)
    {
        if (line.Parts.Count < 2)
            return [];
        var parts = line.Parts.Where(part => !part.Text.AsSpan().IsWhiteSpace()).Take(MostParts).ToList();
        var pairs = parts.Zip(parts.Skip(1)).Where(pair => IsRole(pair.First) && IsNamed(pair.Second))
            .Select(pair => (pair.First.Text, pair.Second.Text));
        var turned = parts is [var first, var second] && line.Text.Length < 80 && IsRole(second) && IsNamed(first)
            ? [(second.Text, first.Text)] : Array.Empty<(string, string)>();
        return pairs.Concat(turned).Concat(parts.Count < 2 ? [] : parts.SelectMany(part => InSentence(part.Text.Trim())));
    }

    private static bool IsRole(PageNode part) => Alone().IsMatch(part.Text.Trim()) && !IsLinked(part);

    private static bool IsNamed(PageNode part) => part.Text.Trim() is var name
        && (PersonNames.IsFull(name) || (IsLinked(part) && !Ascii.IsValid(name) && name.Length < 40));

    private static bool IsLinked(PageNode part) => part.Above().Take(3).Any(node => node.Name == "a");

    // "Penulis" in one cell, ": Ana" in the next.
    private int Below(IReadOnlyList<PageLine> lines, int at, Match label)
    {
        if (at > 0 && IsNearer(lines[at], lines[at - 1], at + 1 < lines.Count ? lines[at + 1] : null) && lines[at - 1].Text.Length < 80)
        {
            Add(label.Groups["role"].Value, lines[at - 1].Text);
            return 0;
        }

        var next = at + 1 < lines.Count && lines[at + 1].Text.Trim() is ":" ? at + 2 : at + 1;
        if (next >= lines.Count || lines[next].Text.TrimStart(':', ' ') is not { Length: > 1 and < 80 } name)
            return 0;
        var isMarked = label.Groups["colon"].Success || By().IsMatch(label.Value) || next > at + 1 || lines[next].Text.StartsWith(':')
            || (lines[at].Block.Name == "dt" && lines[next].Block.Name == "dd")
            || (lines[at].Block == lines[next].Block && PersonNames.IsFull(name));
        if (!isMarked && !lines.Skip(at).Take(1).Any(l => RoleHint().IsMatch(HintsOf(l))))
            return 0;
        Add(label.Groups["role"].Value, name);
        return next - at;
    }

    // A role stands in one box with its name, above or below it.
    private static bool IsNearer(PageLine label, PageLine before, PageLine? behind) =>
        RoleHint().IsMatch(HintsOf(label)) && Shared(label, before) > (behind is null ? 0 : Shared(label, behind));

    private static int Shared(PageLine one, PageLine other)
    {
        var above = other.Block.Above().Prepend(other.Block).ToHashSet();
        return one.Block.Above().Prepend(one.Block).First(above.Contains).Depth;
    }

    private static string HintsOf(PageLine line) =>
        string.Concat(line.Block.Above().Take(2).Prepend(line.Block).Select(node => node.Hints));

    private void Add(string roles, string name)
    {
        foreach (var person in PersonNames.Split(name))
        {
            if (Editing().IsMatch(roles))
                AddOnce(_editors, person);
            if (!Editing().IsMatch(roles) || Writing().IsMatch(roles))
                AddOnce(_writers, person);
        }
    }

    /// <summary>True for a line that is a role and a name, alone or with the line beside it: "Penulis" above "Ana Putri".</summary>
    public static bool IsPair(IReadOnlyList<PageLine> lines, int at) => InParts(lines[at]).Any()
        || (PersonNames.IsFull(lines[at].Text) && at > 0 && Alone().IsMatch(lines[at - 1].Text))
        || (Alone().IsMatch(lines[at].Text) && at + 1 < lines.Count && PersonNames.IsFull(lines[at + 1].Text));

    private static void AddOnce(List<string> names, string name)
    {
        if (names.Count < 20 && !names.Exists(known => name.StartsWith(known, StringComparison.OrdinalIgnoreCase)
            && (name.Length == known.Length || char.IsLetter(name[known.Length]))))
            names.Add(name);
    }

    private const string Roles = "reporter|journalist|liputan|di(?:tulis|laporkan) oleh|penulis(?: naskah)?|pewarta|wartawan"
        + "|jurnalis|laporan(?: wartawan)?|kontributor|oleh|rep|author|(?:written|words|reported|article|story|post) by"
        + "|verfasst von|text(?: (?:&|und) fotos?)"
        + "|text|autor(?::?innen|in)?|autore|auteur|editor|(?:asisten )?redaktur(?: pelaksana)?|redaksi|penyunting"
        + "|penyelaras|red|edited by|uploader|diunggah oleh|muhabir|yazar|haber|автор(?: текста)?|текст|корреспондент|журналіст|редактор"
        + "|كتبت?|بقلم|إعداد|تحرير|نویسنده|خبرنگار|מאת|עריכה|tác giả|συντάκτης|συντάκτρια|लेखक|執筆|編集|글";

    [GeneratedRegex($@"^\W*(?<role>{Roles})\s*(?<colon>[:：])?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Alone();

    [GeneratedRegex($@"^\W*(?:{Roles})(?:\s*(?:&|dan|/|and)\s*(?:{Roles}))?\s*[:：]\s*\S", RegexOptions.IgnoreCase)]
    private static partial Regex Whole();

    [GeneratedRegex(
        $@"(?<![\p{{L}}])(?<role>(?:{Roles})(?:\s*(?:&|dan|/|and)\s*(?:{Roles}))?)\s*[:：]\s*(?<name>.*?)(?=\W(?:{Roles})(?:\s*(?:&|dan"
            + $@"|/|and)\s*(?:{Roles}))?\s*[:：]|copyright|©|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    /// <summary>True for a line that is such words and nothing else, without a colon.</summary>
    public static bool IsSentence(string line) => line.Length <= MaxLine && Sentence().IsMatch(line);

    /// <summary>True for a line that names people by their roles, in any form.</summary>
    public static bool IsLine(string line) => line.Length <= MaxLine && (Single().IsMatch(line)
        || (Whole().IsMatch(line) && Part().Matches(line) is { Count: > 0 } parts
            && parts.All(part => People().IsMatch(part.Groups["name"].Value))));

    private const string Person = @"\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,3}";

    // "Reporting by Ana Putri; Editing by Budi Raya", "Reporter Ana Putri | Editor Budi Raya", "Laporan Wartawan Kabar, Ana Putri"
    [GeneratedRegex(
        $@"^\W*(?:(?<role>(?i:(?:additional )?reporting(?: and writing)?|writing|editing) by)\s+(?<name>{Person}(?:(?:, | and ){Person})*)"
            + $@"(?:[;.,]\s*|\W*$)){{1,4}}$"
            + $@"|^\W*(?:(?<role>(?i:reporter|penulis|pewarta|editor|redaktur))\s(?<name>{Person})(?:\s*[|/;,]\s*|\W*$)){{2}}$"
            + $@"|^\W*(?<role>(?i:laporan (?:wartawan|reporter|kontributor|jurnalis)))\s[^,:]{{1,40}},\s*(?<name>{Person})\W*$")]
    private static partial Regex Sentence();

    // "Laporan wartawan Ana Putri", "Words: Ana Putri.", "Tim Liputan Kabar - Ana Putri", "Ditulis oleh Ana Putri"
    [GeneratedRegex(
        $@"^\W*(?:(?<role>(?i:laporan (?:wartawan|reporter|kontributor|jurnalis)|di(?:tulis|laporkan|susun) oleh|diunggah oleh"
            + $@"|words by))\s+(?<name>{PersonNames.Full})"
            + $@"|(?<role>(?i:penulis|penyunting|reporter|pewarta|redaktur|editor))\s+(?<name>{PersonNames.Full})"
            + $@"|(?<role>(?i:words))\s*:\s*(?<name>{PersonNames.Full})"
            + $@"|(?<role>(?i:tim liputan))\b[^:|–—-]{{0,40}}[:–—-]\s*(?<name>{PersonNames.Full}))[\W]*$")]
    private static partial Regex Single();

    [GeneratedRegex($@"^\W*{Person}(?:(?:\s*[,/&;|]\s*|\s+(?:dan|and)\s+){Person})*\W*$")]
    private static partial Regex People();

    [GeneratedRegex(@"\bby\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex By();

    [GeneratedRegex(@"edit|redak|^red$|penyunting|penyelaras|uploader|diunggah"
        + @"|редактор|تحرير|עריכה|编|編|责|責|審核|核稿", RegexOptions.IgnoreCase)]
    private static partial Regex Editing();

    [GeneratedRegex(@"reporter|penulis|pewarta|wartawan|jurnalis", RegexOptions.IgnoreCase)]
    private static partial Regex Writing();

    [GeneratedRegex(@"credit|author|penulis|editor|role|byline|redaksi|reporter")]
    private static partial Regex RoleHint();
}
