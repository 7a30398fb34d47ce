using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using FeedHub.Model.Settings;
using FeedHub.Model.Words;
using Microsoft.Extensions.Configuration.Json;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Configuring;

/// <summary>
/// What is written in section <c>FeedHub</c>: keys that are not settings, and values of another type. Binding passes over the
/// first in silence and throws at the first of the second.
/// </summary>
public static class SettingsKeys
{
    private static readonly Lazy<IReadOnlyList<string>> Every = new(() => [.. Below(typeof(FeedHubOptions), FeedHubOptions.Section)]);

    /// <summary>The keys of all settings, in the order in which they are declared.</summary>
    public static IReadOnlyList<string> All => Every.Value;

    /// <summary>Whether the key is one of section <c>FeedHub</c>.</summary>
    public static bool IsOwn(string key) =>
        key.Split(':')[0].Equals(FeedHubOptions.Section, StringComparison.OrdinalIgnoreCase);

    /// <summary>Why the key is not a setting, with what was meant; null if it is one.</summary>
    /// <param name="key">Whole, from <c>FeedHub</c> on.</param>
    public static string? Unknown(string key)
    {
        if (All.Contains(key, StringComparer.OrdinalIgnoreCase))
            return null;
        var (type, path) = (typeof(FeedHubOptions), FeedHubOptions.Section);
        foreach (var part in key.Split(':').Skip(1))
        {
            if (ItemOf(type) is { } item)
            {
                if (!IsPlace(part))
                    return NoPlace(path, part);
                (type, path) = (item, $"{path}:{part}");
                continue;
            }

            if (PropertyOf(type, part) is not { } property)
                return UnknownMessage(path, part, type);
            (type, path) = (property.PropertyType, $"{path}:{property.Name}");
            if (path.Length == key.Length && !IsGroup(type))
                return null;
            if (!IsGroup(type) && ItemOf(type) is null)
                return $"{key} is not a setting: {path} has none below it";
        }

        return $"{key} is not a setting, but a group of them: it has {string.Join(", ", type.GetProperties().Select(p => p.Name))}";
    }

    /// <summary>Keys that no setting has, with what was meant.</summary>
    public static IReadOnlyList<string> Unknown(IConfiguration configuration) =>
        [.. Unknown(configuration.GetSection(FeedHubOptions.Section), typeof(FeedHubOptions))];

    /// <summary>Values that cannot be read as what their setting is; binding would throw.</summary>
    public static IReadOnlyList<string> Unreadable(IConfiguration configuration) =>
        [.. FilesOf(configuration), .. NoGroup(configuration), .. UnreadableValues(configuration).Select(value => value.Words)];

    /// <summary>Those that stand at a key of their own: the key, whole, and what is wrong.</summary>
    internal static IEnumerable<(string Key, string Words)> UnreadableValues(IConfiguration configuration) =>
        Unreadable(configuration.GetSection(FeedHubOptions.Section), typeof(FeedHubOptions));

    private static IEnumerable<string> FilesOf(IConfiguration configuration) =>
        (configuration as IConfigurationRoot)?.Providers.OfType<SettingsFile>().Select(file => file.Problem).OfType<string>() ?? [];

    // Not from the environment: a variable of that name may be for something else.
    private static IEnumerable<string> NoGroup(IConfiguration configuration) =>
        (configuration as IConfigurationRoot)?.Providers.OfType<JsonConfigurationProvider>()
            .Any(file => file.TryGet(FeedHubOptions.Section, out var value) && !string.IsNullOrEmpty(value)) is true
            ? [NoGroup(configuration.GetSection(FeedHubOptions.Section), typeof(FeedHubOptions))]
            : [];

    private static string NoGroup(IConfigurationSection group, Type type) =>
        Say(
            $"{group.Path} is {Wording.Quoted(group.Value!)}, but it is a group of settings: write an object with such as ",
            $"{group.Path} bernilai {Wording.Quoted(group.Value!)}, padahal itu kelompok pengaturan: tulis objek berisi misalnya ")
        + string.Join(", ", type.GetProperties().Take(3).Select(p => p.Name));

    private static IEnumerable<string> Unknown(IConfigurationSection section, Type type) =>
        section.GetChildren().SelectMany(child => PropertyOf(type, child.Key) switch
        {
            null => [UnknownMessage(section.Path, child.Key, type)],
            { } property when IsGroup(property.PropertyType) => Unknown(child, property.PropertyType),
            { } property when ItemOf(property.PropertyType) is { } item => child.GetChildren().SelectMany(
                place => IsPlace(place.Key) ? Unknown(place, item) : [NoPlace(child.Path, place.Key)]),
            _ => child.GetChildren().Select(deeper => $"{deeper.Path} is not a setting: {child.Path} has none below it"),
        });

    private static IEnumerable<(string Key, string Words)> Unreadable(IConfigurationSection section, Type type) =>
        section.GetChildren().SelectMany(child => PropertyOf(type, child.Key) switch
        {
            null => [],
            { } property when IsGroup(property.PropertyType) => UnreadableGroup(child, property.PropertyType),
            { } property when ItemOf(property.PropertyType) is { } item => string.IsNullOrEmpty(child.Value)
                ? child.GetChildren().SelectMany(place => UnreadableGroup(place, item))
                : [(child.Path, Say(
                    $"{child.Path} is a list: write {child.Path}:0:{item.GetProperties()[0].Name} and so on",
                    $"{child.Path} adalah daftar: tulis {child.Path}:0:{item.GetProperties()[0].Name} dan seterusnya"))],
            { } property => Problem(child, property) is { } problem
                ? [(child.Path, problem)] : (IEnumerable<(string, string)>)[],
        });

    private static IEnumerable<(string Key, string Words)> UnreadableGroup(IConfigurationSection group, Type type) =>
        string.IsNullOrEmpty(group.Value) ? Unreadable(group, type) : [(group.Path, NoGroup(group, type))];

    private static IEnumerable<string> Below(Type type, string path) => type.GetProperties().SelectMany(property =>
        IsGroup(property.PropertyType) ? Below(property.PropertyType, $"{path}:{property.Name}") : [$"{path}:{property.Name}"]);

    private static string UnknownMessage(string path, string key, Type type)
    {
        var names = type.GetProperties().Select(p => p.Name).ToList();
        var near = Wording.Nearest(key, names);
        return $"{path}:{key} is not a setting: "
            + (near is null ? $"{path} has {string.Join(", ", names)}" : $"did you mean {path}:{near}?");
    }

    private static string? Problem(IConfigurationSection setting, PropertyInfo property)
    {
        var type = property.PropertyType;
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
            return Say(
                $"{setting.Path} is {Wording.Quoted(setting.Value!)}: write {Example(property)}",
                $"{setting.Path} bernilai {Wording.Quoted(setting.Value!)}: tulis {Example(property)}");
        }
    }

    private static string Example(PropertyInfo property) => property.GetCustomAttribute<RangeAttribute>() is { Minimum: int } range
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{Example(property.PropertyType)}{Say(" from ", " dari ")}{range.Minimum}{Say(" to ", " sampai ")}{range.Maximum}")
        : Example(property.PropertyType);

    private static string Example(Type type) =>
        type == typeof(TimeSpan) ? Duration.Examples
        : type == typeof(bool) ? Say("true or false", "true atau false")
        : type == typeof(double) || type == typeof(double?) ? Say("a number such as 0.8", "angka seperti 0.8")
        : Say("a whole number", "bilangan bulat");

    private static PropertyInfo? PropertyOf(Type type, string key) =>
        type.GetProperty(key, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);

    internal static bool IsGroup(Type type) => type.IsClass && type != typeof(string) && ItemOf(type) is null;

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? type.GetGenericArguments()[0] : null;

    private static bool IsPlace(string key) => ushort.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string NoPlace(string path, string key) => $"{path}:{key} is not a setting: {path} is a list, write {path}:0 and so on";
}
