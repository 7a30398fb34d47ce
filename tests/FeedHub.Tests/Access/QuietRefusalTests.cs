using FeedHub.Access;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FeedHub.Tests.Access;

/// <summary>Anybody can ask for the dashboard: the log does not grow by it.</summary>
public sealed class QuietRefusalTests
{
    [Fact]
    public void AVisitWithoutSigningIn_IsNoLineOfTheLog()
    {
        var settings = Program.CreateBuilder([]).Configuration.GetSection("Logging");
        using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddConfiguration(settings).AddProvider(new Open()))
            .BuildServiceProvider();
        var loggers = services.GetRequiredService<ILoggerFactory>();
        Assert.False(loggers.CreateLogger<AdminAuthentication>().IsEnabled(LogLevel.Information));
        Assert.True(loggers.CreateLogger<AdminAuthentication>().IsEnabled(LogLevel.Warning));
        Assert.True(loggers.CreateLogger<Passwords>().IsEnabled(LogLevel.Information));
    }

    private sealed class Open : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel l, EventId id, TState state, Exception? error, Func<TState, Exception?, string> words)
        {
        }

        public void Dispose()
        {
        }
    }
}
