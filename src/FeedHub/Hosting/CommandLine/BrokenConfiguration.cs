using System.Text.Json;

namespace FeedHub.Hosting.CommandLine;

/// <summary>What is wrong with an <c>appsettings.json</c> that is not JSON.</summary>
internal static class BrokenConfiguration
{
    /// <summary>One line: which file, where in it, and what stands there.</summary>
    /// <param name="error">What .NET's configuration throws; the place is in an exception below it.</param>
    public static string Words(InvalidDataException error)
    {
        var json = Below(error).OfType<JsonException>().FirstOrDefault();
        return json is null
            ? $"{error.Message} {error.GetBaseException().Message}".ReplaceLineEndings(" ")
            : FormattableString.Invariant(
                $"{error.Message} Line {json.LineNumber + 1}, column {json.BytePositionInLine + 1}: {Cause(json)}");
    }

    private static IEnumerable<Exception> Below(Exception error)
    {
        for (var inner = error.InnerException; inner is not null; inner = inner.InnerException)
            yield return inner;
    }

    // The exception's message repeats the place at its end.
    private static string Cause(JsonException json) => json.Message.Split(" LineNumber:")[0] switch
    {
        var words when words.Contains("any JSON tokens", StringComparison.Ordinal) =>
            "the file is empty. Write {} for no settings, or take it away.",
        var words when words.Contains("Expected depth", StringComparison.Ordinal) =>
            "the file ends here, and a } or ] is missing.",
        var words => words,
    };
}
