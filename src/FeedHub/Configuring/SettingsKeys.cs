using System.ComponentModel;
using System.Reflection;
using FeedHub.Model.Settings;
using FeedHub.Model.Words;

namespace FeedHub.Configuring;

/// <summary>
/// What is written in section <c>FeedHub</c>: keys that are no setting, and values of another type. Binding passes over the
/// first in silence and throws at the first of the second.
/// </summary>
public static class SettingsKeys
{
    /// <summary>Keys that no setting has, with what was meant.</summary>
    public static IReadOnlyList<string> Unknown(IConfiguration configuration) =>
        [.. Unknown(configuration.GetSection(FeedHubOptions.Section), typeof(FeedHubOptions))];

    /// <summary>Values that cannot be read as what their setting is; binding would throw.</summary>
    public static IReadOnlyList<string> Unreadable(IConfiguration configuration) =>
        [.. FilesOf(configuration), .. Unreadable(configuration.GetSection(FeedHubOptions.Section), typeof(FeedHubOptions))];

    private static IEnumerable<string> FilesOf(IConfiguration configuration) =>
        (configuration as IConfigurationRoot)?.Providers.OfType<SettingsFile>().Select(file => file.Problem).OfType<string>() ?? [];

    private static IEnumerable<string> Unknown(IConfigurationSection section, Type type) =>
        section.GetChildren().SelectMany(child => PropertyOf(type, child.Key) switch
        {
            null => [UnknownMessage(section, child.Key, type)],
            { } property when IsGroup(property.PropertyType) => Unknown(child, property.PropertyType),
            _ => child.GetChildren().Select(deeper => $"{deeper.Path} is no setting: {child.Path} has none below it"),
        });

    private static IEnumerable<string> Unreadable(IConfigurationSection section, Type type) =>
        section.GetChildren().SelectMany(child => PropertyOf(type, child.Key) switch
        {
            null => [],
            { } property when IsGroup(property.PropertyType) => Unreadable(child, property.PropertyType),
            { } property => Problem(child, property.PropertyType) is { } problem ? [problem] : (IEnumerable<string>)[],
        });

    private static string UnknownMessage(IConfigurationSection section, string key, Type type)
    {
        var names = type.GetProperties().Select(p => p.Name).ToList();
        var near = Wording.Nearest(key, names);
        return $"{section.Path}:{key} is no setting: " + (near is null
            ? $"{section.Path} has {string.Join(", ", names)}"
            : $"did you mean {section.Path}:{near}?");
    }

    private static string? Problem(IConfigurationSection setting, Type type)
    {
        DurationConverter.Use();
        try
        {
            _ = type == typeof(string) || setting.Value is null
                ? null
                : TypeDescriptor.GetConverter(type).ConvertFromInvariantString(setting.Value);
            return null;
        }
        // What the converters throw is different for each type, and now and then a bare Exception around it.
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException or NotSupportedException
            || e.InnerException is FormatException or OverflowException)
        {
            return $"{setting.Path} is {Wording.Quoted(setting.Value!)}: write {Example(type)}";
        }
    }

    private static string Example(Type type) =>
        type == typeof(TimeSpan) ? Duration.Examples
        : type == typeof(bool) ? "true or false"
        : "a whole number";

    private static PropertyInfo? PropertyOf(Type type, string key) =>
        type.GetProperty(key, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);

    internal static bool IsGroup(Type type) => type.IsClass && type != typeof(string);
}
