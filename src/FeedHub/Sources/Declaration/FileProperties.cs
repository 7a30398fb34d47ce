using System.Text.Json;
using FeedHub.Model.Words;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources.Declaration;

/// <summary>The properties of one object of the file, by type; what is not as it should be goes to the errors.</summary>
internal sealed class FileProperties
{
    private readonly PositionedJson _object;
    private readonly FeedsFileErrors _errors;

    private FileProperties(PositionedJson value, FeedsFileErrors errors) => (_object, _errors) = (value, errors);

    /// <summary>Null, with an error, if it is not an object; unknown and repeated names are errors too.</summary>
    /// <param name="value">The object.</param>
    /// <param name="what">With its article, such as <c>a source</c>.</param>
    /// <param name="example">What to write where there is no object.</param>
    /// <param name="known">The names it may have.</param>
    /// <param name="errors">Where complaints go.</param>
    public static FileProperties? Of(
        PositionedJson value, string what, string example, IReadOnlyList<string> known, FeedsFileErrors errors)
    {
        if (value.Kind != JsonValueKind.Object)
        {
            errors.Add(value, Say(
                $"{what} is an object, and this is {value.InWords}: write {example}",
                $"{what} adalah objek, sedangkan ini {value.InWords}: tulis {example}"));
            return null;
        }

        CheckNames(value, what, known, errors);
        return new(value, errors);
    }

    private static void CheckNames(PositionedJson value, string what, IReadOnlyList<string> known, FeedsFileErrors errors)
    {
        var seen = new Dictionary<string, int>();
        foreach (var (name, offset, member) in value.Members)
        {
            if (!known.Contains(name))
            {
                errors.Add(offset, Say(
                    $"{Wording.Quoted(name)} is not a property of {what}: {Wording.Instead(name, known)}",
                    $"{Wording.Quoted(name)} bukan properti {what}: {Wording.Instead(name, known)}"));
            }
            else if (!seen.TryAdd(name, errors.LineOf(member)))
            {
                errors.Add(offset, Say(
                    $"\"{name}\" stands here twice, first on line {seen[name]}: leave one of the two out",
                    $"\"{name}\" tertulis dua kali di sini, pertama pada baris {seen[name]}: hapus salah satunya"));
            }
        }
    }

    /// <summary>The value, of any kind, or null.</summary>
    public PositionedJson? Find(string name) => _object.Member(name);

    /// <summary>A text that is not blank, or null if absent or wrong.</summary>
    public PositionedJson? Text(string name, string example) =>
        Find(name) is { } value && TextIsThere(value, $"\"{name}\"", example) ? value : null;

    /// <summary>True or false.</summary>
    public bool Flag(string name, bool absent)
    {
        var value = Find(name);
        if (value is not (null or { Kind: JsonValueKind.True or JsonValueKind.False }))
        {
            _errors.Add(value, Say(
                $"\"{name}\" is {value.InWords}: write true or false, without quotes",
                $"\"{name}\" adalah {value.InWords}: tulis true atau false, tanpa tanda kutip"));
        }

        return value is null ? absent : value.Kind == JsonValueKind.True;
    }

    /// <summary>A whole number, or null if absent or wrong.</summary>
    public long? WholeNumber(string name, string example)
    {
        if (Find(name) is { Number: null } value)
        {
            var what = value.Kind == JsonValueKind.Number ? Say("no whole number", "bukan bilangan bulat") : value.InWords;
            _errors.Add(value, Say(
                $"\"{name}\" is {what}: write {example}, without quotes, or leave it out",
                $"\"{name}\" {what}: tulis {example}, tanpa tanda kutip, atau hapus"));
        }

        return Find(name)?.Number;
    }

    /// <summary>The texts of a list; empty if absent.</summary>
    public IReadOnlyList<PositionedJson> Texts(string name, string example)
    {
        var items = List(name, $"[ {example} ]");
        return [.. items.Where(item => TextIsThere(item, Say($"an entry of \"{name}\"", $"sebuah isi \"{name}\""), example))];
    }

    /// <summary>A text, or the texts of a list; empty if absent.</summary>
    public IReadOnlyList<PositionedJson> TextOrTexts(string name, string example) =>
        Find(name) is { Kind: not JsonValueKind.Array } ? (Text(name, example) is { } one ? [one] : []) : Texts(name, example);

    /// <summary>The texts of an object by their names, with the object; null if absent or wrong.</summary>
    public (PositionedJson Value, IReadOnlyDictionary<string, string> Texts)? NamedTexts(
        string name, IReadOnlyList<string> known, string example)
    {
        if (Find(name) is not { } value || Of(value, $"\"{name}\"", example, known, _errors) is null)
            return null;
        return value.Members.All(member => known.Contains(member.Name) && TextIsThere(member.Value, $"\"{member.Name}\"", example))
            ? (value, value.Members.DistinctBy(m => m.Name).ToDictionary(member => member.Name, member => member.Value.Text!))
            : null;
    }

    /// <summary>The items of a list; empty if absent.</summary>
    public IReadOnlyList<PositionedJson> List(string name, string example)
    {
        if (Find(name) is { Kind: not JsonValueKind.Array } value)
        {
            _errors.Add(value, Say(
                $"\"{name}\" is {value.InWords}: write a list, {example}",
                $"\"{name}\" adalah {value.InWords}: tulis daftar, {example}"));
        }

        return Find(name)?.Items ?? [];
    }

    private bool TextIsThere(PositionedJson value, string what, string example)
    {
        var wrong = value.Kind != JsonValueKind.String ? value.InWords
            : string.IsNullOrWhiteSpace(value.Text) ? Say("empty", "kosong")
            : null;
        if (wrong is not null)
        {
            _errors.Add(value, Say(
                $"{what} is {wrong}: write {example}, or leave it out", $"{what} {wrong}: tulis {example}, atau hapus"));
        }

        return wrong is null;
    }
}
