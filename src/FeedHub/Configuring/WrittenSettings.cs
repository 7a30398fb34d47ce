using FeedHub.Model.Settings;
using Microsoft.Extensions.Configuration.CommandLine;

namespace FeedHub.Configuring;

/// <summary>The settings as they are written, before anything is made of them: all that is wrong, at once.</summary>
public static class WrittenSettings
{
    /// <summary>Whether what was written is not understood at all: a key that no setting has, or on the command line an address to listen
    /// on.</summary>
    public static bool AreNotUnderstood(IConfiguration configuration) =>
        SettingsKeys.Unknown(configuration).Count > 0
        || (ListeningAddresses.Problems(configuration).Count > 0 && IsOnCommandLine(configuration, ListeningAddresses.Urls));

    /// <summary>Keys that no setting has, values that cannot be read, and what makes no sense, also of where FeedHub listens and
    /// how it logs; each with what to write instead.</summary>
    public static IReadOnlyList<string> Problems(IConfiguration configuration)
    {
        string[] unread = [.. SettingsKeys.UnreadableValues(configuration).Select(value => value.Key + " is ")];
        return
        [
            .. SettingsKeys.Unknown(configuration), .. SettingsKeys.Unreadable(configuration),
            .. SettingsCheck.Problems(Readable(configuration)).Where(
                problem => !Array.Exists(unread, key => problem.Contains(key, StringComparison.OrdinalIgnoreCase))),
            .. ListeningAddresses.Problems(configuration),
            .. LogSettings.Problems(configuration),
        ];
    }

    /// <summary>The settings; where a value cannot be read, its default.</summary>
    public static FeedHubOptions Readable(IConfiguration configuration)
    {
        var unread = SettingsKeys.UnreadableValues(configuration).Select(value => value.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new ConfigurationBuilder()
            .AddInMemoryCollection(configuration.AsEnumerable().Where(pair => pair.Value is not null && !unread.Contains(pair.Key)))
            .Build().GetSection(FeedHubOptions.Section).Get<FeedHubOptions>() ?? new();
    }

    private static bool IsOnCommandLine(IConfiguration configuration, string key) =>
        (configuration as IConfigurationRoot)?.Providers.LastOrDefault(provider => provider.TryGet(key, out var value) && value is not null)
            is CommandLineConfigurationProvider;
}
