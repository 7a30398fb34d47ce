using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FeedHub.Tests.Observability;

/// <summary>What some classes of a service write to the log, as <c>Event: words</c>.</summary>
internal sealed class LoggedLines
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>What was written since this was last asked.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (_lines.TryDequeue(out var line))
            taken.Add(line);
        return taken;
    }

    /// <summary>Listens to this class.</summary>
    public LoggedLines Of<T>(IServiceCollection services)
    {
        services.AddSingleton<ILogger<T>>(new Listener<T>(_lines));
        return this;
    }

    private sealed class Listener<T>(ConcurrentQueue<string> lines) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{eventId.Name}: {formatter(state, exception)}");
    }
}
