using FeedHub.Model.Words;
using FeedHub.Observability;
using Microsoft.Extensions.Logging.Console;

namespace FeedHub.Configuring;

/// <summary>Whether section <c>Logging</c> can be read. .NET ends at a level that it does not know, and takes lines of its own for a format
/// that it does not know.</summary>
internal static class LogSettings
{
    private const string Format = "Logging:Console:FormatterName";

    private static readonly string[] Formats =
        [LogLines.FormatterName, ConsoleFormatterNames.Json, ConsoleFormatterNames.Simple, ConsoleFormatterNames.Systemd];

    /// <summary>All that is wrong, each with what to write instead.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration) =>
        [.. Levels(configuration), .. FormatOf(configuration)];

    // "Logging:LogLevel:…", and of one way of writing "Logging:Console:LogLevel:…".
    private static IEnumerable<string> Levels(IConfiguration configuration)
    {
        var log = configuration.GetSection("Logging");
        return log.GetChildren().SelectMany(group => IsLevels(group) ? group.GetChildren() : group.GetSection("LogLevel").GetChildren())
            .Where(level => level.Value is { Length: > 0 } value && !Enum.TryParse<LogLevel>(value, true, out _))
            .Select(level => $"{level.Path} is {Wording.Quoted(level.Value!)}: write {string.Join(", ", Enum.GetNames<LogLevel>())}");
    }

    private static bool IsLevels(IConfigurationSection group) => group.Key.Equals("LogLevel", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> FormatOf(IConfiguration configuration)
    {
        if (configuration[Format] is { Length: > 0 } name && !Formats.Contains(name, StringComparer.OrdinalIgnoreCase))
            yield return $"{Format} is {Wording.Quoted(name)}: write {string.Join(", ", Formats[..^1])} or {Formats[^1]}";
    }
}
