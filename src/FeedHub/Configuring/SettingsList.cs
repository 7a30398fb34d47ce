using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using FeedHub.Model.Settings;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Configuring;

/// <summary>A setting as it stands.</summary>
/// <param name="Key">Below <c>FeedHub</c>, such as <c>Polling:HostGap</c>.</param>
/// <param name="Type">Of its value.</param>
/// <param name="Value">The one that holds; null: not set, or secret.</param>
/// <param name="Default">The one it has if nobody says anything.</param>
/// <param name="Meaning">What it does, as Markdown.</param>
/// <param name="Origin">Where the value was written, in words.</param>
public sealed record Setting(string Key, Type Type, string? Value, string? Default, string? Meaning, string Origin)
{
    /// <summary>The type of its value where it has one: of a setting that may be left out, what it is when it is there.</summary>
    public Type ValueType => Nullable.GetUnderlyingType(Type) ?? Type;

    /// <summary>Holds at once when it is changed.</summary>
    public bool IsLive { get; init; }

    /// <summary>Its value is never shown.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether it has a value.</summary>
    public bool IsSet { get; init; }

    /// <summary>Written where the dashboard cannot change it: in the environment or on the command line.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Set on the dashboard.</summary>
    public bool IsOurs { get; init; }

    /// <summary>What is written now and holds from the next start on; null where that is what holds already.</summary>
    public string? Pending { get; init; }
}

/// <summary>Every setting with its value, where that came from and what it does.</summary>
public sealed class SettingsList(IConfiguration configuration, IOptions<FeedHubOptions> options)
{
    // By name rather than one by one: a secret that somebody adds is masked before anybody thinks of it.
    private static readonly string[] SecretWords = ["Password", "Secret", "Key", "Token", "ConnectionString", "Proxy", "Webhooks"];

    /// <summary>In the order in which they are declared.</summary>
    public IReadOnlyList<Setting> All()
    {
        var written = SettingsKeys.Unreadable(configuration).Count == 0
            ? configuration.GetSection(FeedHubOptions.Section).Get<FeedHubOptions>()
            : null;
        return [.. Of(options.Value, new FeedHubOptions(), written ?? options.Value, "")];
    }

    /// <summary>Every setting as it stands where nobody says anything.</summary>
    public static IReadOnlyList<Setting> Defaults() =>
        new SettingsList(new ConfigurationBuilder().Build(), Options.Create(new FeedHubOptions())).All();

    /// <summary>The setting of this key, or null.</summary>
    public Setting? Find(string key) => All().FirstOrDefault(setting => setting.Key == key);

    /// <summary>The value that the configuration gives without what was set on the dashboard; null: its default.</summary>
    internal string? Beneath(string key) => Providers.Where(provider => provider is not SettingsFile)
        .Select(provider => provider.TryGet(FullKey(key), out var value) ? value : null).FirstOrDefault(value => value is not null);

    internal static string FullKey(string key) => $"{FeedHubOptions.Section}:{key}";

    /// <summary>A value as it is written in the configuration.</summary>
    internal static string? Text(object? value) => value switch
    {
        null or "" or System.Collections.ICollection { Count: 0 } => null,
        System.Collections.ICollection list => string.Create(CultureInfo.InvariantCulture, $"{list.Count} of them"),
        bool flag => flag ? "true" : "false",
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    // The last one that has a key decides.
    private IEnumerable<IConfigurationProvider> Providers => ((IConfigurationRoot)configuration).Providers.Reverse();

    private IEnumerable<Setting> Of(
        object now,
        object atFirst,
        object written,
        string path) => now.GetType().GetProperties().SelectMany(property =>
        SettingsKeys.IsGroup(property.PropertyType)
            ? Of(property.GetValue(now)!, property.GetValue(atFirst)!, property.GetValue(written)!, $"{path}{property.Name}:")
            : [Of(property, path + property.Name, property.GetValue(now), property.GetValue(atFirst), property.GetValue(written))]);

    private Setting Of(PropertyInfo property, string key, object? now, object? atFirst, object? written)
    {
        var origin = Providers.FirstOrDefault(provider => provider.TryGet(FullKey(key), out var value) && value is not null);
        var isSecret = SecretWords.Any(word => property.Name.Contains(word, StringComparison.Ordinal));
        var isLive = property.IsDefined(typeof(ChangesWhileRunningAttribute));
        return new(key, property.PropertyType, isSecret ? null : Text(now), isSecret ? null
            : Text(atFirst), property.GetCustomAttribute<DescriptionAttribute>()?.Description, Words(origin, key))
        {
            IsLive = isLive,
            IsSecret = isSecret,
            IsSet = Text(now) is not null,
            IsFixed = origin is EnvironmentVariablesConfigurationProvider or CommandLineConfigurationProvider,
            IsOurs = origin is SettingsFile,
            Pending = isLive || Equals(now, written) || (now is System.Collections.ICollection && Text(now) == Text(written))
                ? null
                : isSecret ? Say("another value", "nilai lain") : Text(written) ?? Say("not set", "tidak diisi"),
        };
    }

    private static string Words(IConfigurationProvider? origin, string key) => origin switch
    {
        null => "default",
        SettingsFile => Say("the dashboard", "dasbor"),
        JsonConfigurationProvider file => file.Source.FileProvider?.GetFileInfo(file.Source.Path ?? "").PhysicalPath
            ?? file.Source.Path ?? Say("a JSON file", "sebuah berkas JSON"),
        EnvironmentVariablesConfigurationProvider => Say("environment variable ", "variabel environment ")
            + FullKey(key).Replace(":", "__", StringComparison.Ordinal),
        CommandLineConfigurationProvider => Say("command line", "baris perintah"),
        _ => Say("the program that started FeedHub", "program yang memulai FeedHub"),
    };
}
