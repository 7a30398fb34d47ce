using FeedHub.Model.Words;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Model.Sources;

/// <summary>The folder of a source: names from the outermost to the innermost, by slashes, such as <c>Regional/Sumatra</c>.</summary>
internal static class FolderPath
{
    /// <summary>Characters of a path at most.</summary>
    public const int MaxLength = 200;

    /// <summary>Names of a path at most.</summary>
    public const int MaxDepth = 10;

    private static string Instead => Say("write a path such as \"Regional/Sumatra\"", "tulis jalur, misalnya \"Regional/Sumatra\"");

    /// <summary>The names, trimmed.</summary>
    public static IReadOnlyList<string> NamesOf(string path) => path.Split('/', StringSplitOptions.TrimEntries);

    /// <summary>The path with its names trimmed and its letters composed: one spelling for what looks the same.</summary>
    public static string Normal(string path) => Composed(string.Join('/', NamesOf(path)));

    /// <summary>What is wrong with a path and what to write; null if nothing is.</summary>
    public static string? Problem(string path)
    {
        var names = NamesOf(path);
        var wrong = path.Any(IsForbidden) ? Say("has a character that is not text", "mengandung karakter yang bukan teks")
            : path.Any(Wording.IsDirection) ? Say(
                "has a character that steers the direction of text",
                "mengandung karakter pengubah arah tulisan")
            : names.Any(name => name.Length == 0) ? Say("has a name that is empty", "mengandung nama kosong")
            : names[0].StartsWith('-') ? Say(
                "begins with a hyphen, which excludes in a filter",
                "diawali tanda hubung, yang di filter berarti mengecualikan")
            : names.Count > MaxDepth ? Say($"has more than {MaxDepth} names", $"lebih dari {MaxDepth} nama")
            : Normal(path).Length > MaxLength ? Say($"has more than {MaxLength} characters", $"lebih dari {MaxLength} karakter")
            : null;
        return wrong is null ? null : Say(
            $"the folder {Wording.Quoted(path)} {wrong}: {Instead}",
            $"folder {Wording.Quoted(path)} {wrong}: {Instead}");
    }

    /// <summary>The path of folders around each other, the outermost first; null: there is none. What a path cannot have is replaced or
    /// left out, and the innermost folders that are too many or too long.</summary>
    public static string? Of(IEnumerable<string> names)
    {
        var path = "";
        foreach (var name in names.Select(Clean).Where(name => name.Length > 0).Take(MaxDepth))
        {
            var longer = path.Length == 0 ? name.TrimStart('-', ' ') : $"{path}/{name}";
            if (longer.Length > MaxLength)
                break;
            path = longer;
        }

        return path.Length == 0 ? null : path;
    }

    /// <summary>The folder and those around it, the outermost first; none for null.</summary>
    public static IEnumerable<string> Around(string? folder) => folder is null
        ? []
        : Enumerable.Range(0, folder.Length + 1).Where(end => end == folder.Length || folder[end] == '/').Select(end => folder[..end]);

    /// <summary>True if the folder is the other or is in it.</summary>
    public static bool IsWithin(string? folder, string other) =>
        folder is not null && folder.StartsWith(other, StringComparison.Ordinal)
            && (folder.Length == other.Length || folder[other.Length] == '/');

    private static string Clean(string name) =>
        Composed(string.Concat(name.Where(c => !Wording.IsDirection(c)).Select(c => c == '/' ? '-' : IsForbidden(c) ? ' ' : c)).Trim());

    private static bool IsForbidden(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF';

    private static string Composed(string text) => Syndication.NormalText.Of(text, System.Text.NormalizationForm.FormC);
}
