using FeedHub.Observability;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FeedHub.Tests.Observability;

/// <summary>Addresses of requests, which may hold a reader's key, are in no log.</summary>
public sealed class RequestLinesTests
{
    private const string Requests = "Microsoft.AspNetCore.Hosting.Diagnostics";

    [Theory]
    [InlineData("LogLevel:Default")]
    [InlineData("LogLevel:Microsoft.AspNetCore")]
    [InlineData($"LogLevel:{Requests}")]
    [InlineData("Console:LogLevel:Default")]
    [InlineData($"Console:LogLevel:{Requests}")]
    public void NoSettingOfTheLog_WritesThem(string setting)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(setting, "Trace")]).Build();
        using var services = new ServiceCollection().AddLogging(log => log.AddConfiguration(settings).AddConsole())
            .AddLogging(log => log.AddNoRequests()).BuildServiceProvider();
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(Requests);
        Assert.False(log.IsEnabled(LogLevel.Warning));
        Assert.True(log.IsEnabled(LogLevel.Error));
    }
}
