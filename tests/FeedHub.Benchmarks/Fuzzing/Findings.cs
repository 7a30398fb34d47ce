using System.Diagnostics;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>What a case broke.</summary>
/// <param name="Kind">What makes two findings the same one.</param>
/// <param name="Words">The details of this one.</param>
internal sealed record Finding(string Kind, string Words)
{
    private const int MostWords = 300;

    /// <summary>An exception that should not be; those from one place in FeedHub are the same finding.</summary>
    public static Finding Of(Exception error) => new($"{error.GetType().Name} at {Place(error)}", error.Message);

    public override string ToString() => $"{Kind}: {(Words.Length > MostWords ? Words[..MostWords] + "…" : Words).ReplaceLineEndings(" ")}";

    private static string Place(Exception error)
    {
        var methods = new StackTrace(error).GetFrames()
            .Select(frame => frame.GetMethod()?.DeclaringType is { } type ? $"{type.FullName}.{frame.GetMethod()!.Name}" : "")
            .ToList();
        return methods.Find(IsOurs) ?? methods.FirstOrDefault() ?? "?";
    }

    private static bool IsOurs(string method) =>
        method.StartsWith("FeedHub.", StringComparison.Ordinal) && !method.StartsWith("FeedHub.Benchmarks", StringComparison.Ordinal);
}

/// <summary>Prints each finding once, with what makes it again, and keeps its input.</summary>
internal sealed class Findings(int seed, string folder)
{
    private readonly Dictionary<string, int> _seen = [];

    public int Count => _seen.Count;

    /// <summary>How often each was found.</summary>
    public IReadOnlyDictionary<string, int> Seen => _seen;

    public bool IsNew(string part, Finding finding) => !_seen.ContainsKey(Key(part, finding));

    public void Add(string part, int number, Finding finding, byte[] input)
    {
        var times = _seen[Key(part, finding)] = _seen.GetValueOrDefault(Key(part, finding)) + 1;
        if (times > 1)
            return;
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{_seen.Count}-{part}-{seed}-{number}");
        File.WriteAllBytes(file, input);
        Console.WriteLine($"FOUND by fuzz-case {part} {seed} {number}: {finding} ({input.Length} bytes in {file})");
    }

    private static string Key(string part, Finding finding) => $"{part}: {finding.Kind}";
}
