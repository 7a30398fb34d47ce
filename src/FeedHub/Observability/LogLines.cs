using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace FeedHub.Observability;

/// <summary>
/// The log on the console: a line an entry, with its instant in UTC (RFC 3339), level, room and event, then what happened; an error's trace
/// follows, indented. <c>Logging:Console:FormatterName=json</c> writes the same as JSON.
/// </summary>
internal sealed class LogLines(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    /// <summary>The name by which the console's settings know it.</summary>
    public const string FormatterName = "lines";

    private const string Indent = "    ";

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var words = logEntry.Formatter(logEntry.State, logEntry.Exception);
        textWriter.Write(time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ ", CultureInfo.InvariantCulture));
        textWriter.Write($"{LevelOf(logEntry.LogLevel)} {EventOf(logEntry.Category, logEntry.EventId)}: ");
        textWriter.WriteLine(Indented(words));
        if (logEntry.Exception is { } error)
            textWriter.WriteLine(Indent + Indented(error.ToString()));
    }

    /// <summary>Such as <c>Poller/PollFailed</c>: the class that speaks, and the name of the event where it has one.</summary>
    private static string EventOf(string category, EventId id)
    {
        var room = category[(category.LastIndexOf('.') + 1)..];
        if (string.IsNullOrEmpty(id.Name))
            return room;
        return $"{room}/{(id.Name.StartsWith("Log", StringComparison.Ordinal) ? id.Name[3..] : id.Name)}";
    }

    private static string LevelOf(LogLevel level) => level switch
    {
        LogLevel.Critical => "critical",
        LogLevel.Error => "error",
        LogLevel.Warning => "warning",
        LogLevel.Information => "info",
        _ => "debug",
    };

    // What a stranger wrote must not look like an entry of its own.
    private static string Indented(string words) => words.ReplaceLineEndings(Environment.NewLine + Indent);
}
