using System.ComponentModel;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using FeedHub.Configuring;
using FeedHub.Dashboard.Settings;
using FeedHub.Model.Settings;
using FeedHub.Tests.Sources;

namespace FeedHub.Tests.Configuring;

/// <summary>What a setting does is said by its attribute, which the dashboard shows, and by the table of docs/configuration.md.</summary>
public partial class SettingDescriptionTests
{
    [Fact]
    public void DescriptionsOfSettings_AreThoseOfTheDocs_NoneMoreAndNoneLess() =>
        Assert.Equal(InDocs().Order(), Described(typeof(FeedHubOptions), "").Order());

    [Fact]
    public void EachSetting_IsDescribedInIndonesianToo() => Assert.Equal(
        Described(typeof(FeedHubOptions), "").Select(setting => setting.Key).Order(), SettingMeanings.Indonesian.Keys.Order());

    private static IEnumerable<(string Key, string? Meaning)> Described(Type group, string path) => group.GetProperties()
        .SelectMany(property =>
        SettingsKeys.IsGroup(property.PropertyType)
            ? Described(property.PropertyType, $"{path}{property.Name}:")
            : [(path + property.Name, property.GetCustomAttribute<DescriptionAttribute>()?.Description)]);

    private static IEnumerable<(string Key, string? Meaning)> InDocs() =>
        Row().Matches(Section().Match(Encoding.UTF8.GetString(RepositoryFile.Read("docs/configuration.md"))).Value)
            .Select(row => (row.Groups["key"].Value, (string?)row.Groups["meaning"].Value));

    [GeneratedRegex(@"^## Settings\r?$.*\z", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^\| `(?<key>[\w:]+)` \|[^|]*\| (?<meaning>[^|]*) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
