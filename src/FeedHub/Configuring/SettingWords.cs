using System.Text.RegularExpressions;

namespace FeedHub.Configuring;

/// <summary>What each setting does, in the words of the README's table: the program carries it, so that they are written once.</summary>
internal static partial class SettingWords
{
    private static readonly Dictionary<string, string> Meanings = Read();

    /// <summary>What the setting does, as Markdown; null where the README has no line for it.</summary>
    public static string? Of(string key) => Meanings.GetValueOrDefault(key);

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(SettingWords).Assembly.GetManifestResourceStream("FeedHub.README.md")!;
        using var reader = new StreamReader(stream);
        return Row().Matches(reader.ReadToEnd())
            .SelectMany(row => Key().Matches(row.Groups["keys"].Value)
                .Select(key => (key.Groups[1].Value, Meaning: row.Groups["meaning"].Value.Trim())))
            .DistinctBy(line => line.Value)
            .ToDictionary(line => line.Value, line => line.Meaning, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^\|(?<keys> `[A-Z][^|]*)\|[^|]*\|(?<meaning>[^|]*)\|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Za-z:]+)`")]
    private static partial Regex Key();
}
