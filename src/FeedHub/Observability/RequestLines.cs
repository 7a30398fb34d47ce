using Microsoft.Extensions.Logging.Console;

namespace FeedHub.Observability;

/// <summary>
/// ASP.NET Core's line for each request has its whole address, and with it reader keys and the health feed's token: it is in no log,
/// whatever <c>Logging</c> says.
/// </summary>
internal static class RequestLines
{
    private const string Category = "Microsoft.AspNetCore.Hosting.Diagnostics";

    /// <summary>Leaves errors alone in that category. The second rule stands over <c>Logging:Console:LogLevel</c>, which goes before the
    /// first.</summary>
    public static ILoggingBuilder AddNoRequests(this ILoggingBuilder log) =>
        log.AddFilter(Category, LogLevel.Error).AddFilter<ConsoleLoggerProvider>(Category, LogLevel.Error);
}
