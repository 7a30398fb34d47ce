using System.Text.RegularExpressions;
using FeedHub.Model.Settings;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Configuring;

/// <summary>What a change of a setting came to.</summary>
/// <param name="Error">Why nothing was changed, with what to write instead; null if it was.</param>
/// <param name="Before">The value that held before.</param>
/// <param name="After">The value that holds now.</param>
/// <param name="IsSame">True if the same holds as before.</param>
public sealed record SettingChange(string? Error, string? Before, string? After, bool IsSame = false);

/// <summary>The one place in which settings are changed while FeedHub runs.</summary>
public sealed partial class SettingChanges(SettingsList list, SettingsFile file, IConfiguration configuration)
{
    private readonly Lock _lock = new();

    /// <summary>Sets a setting, or with null leaves it to what is written elsewhere, else to its default.</summary>
    /// <param name="key">Below <c>FeedHub</c>.</param>
    /// <param name="value">As it would stand in appsettings.json.</param>
    public SettingChange Change(string key, string? value)
    {
        lock (_lock)
        {
            if (list.Find(key) is not { } setting)
                return Refused(NoSetting(key));
            value = Numeral(setting, value);
            if (WhyNot(setting, value) is { } why)
                return Refused(why);
            var written = configuration[SettingsList.FullKey(key)];
            if (TryWrite(setting, value) is { } failure)
                return Refused(failure);
            var now = list.Find(key)!.Value;
            return new(null, setting.Value, now, IsSame(setting, now) || written == configuration[SettingsList.FullKey(key)]);
        }
    }

    /// <summary>Why a change would be refused, with what to write instead; null: it would not.</summary>
    /// <param name="key">Below <c>FeedHub</c>.</param>
    /// <param name="value">As for <see cref="Change"/>.</param>
    public string? Problem(string key, string? value) =>
        list.Find(key) is { } setting ? WhyNot(setting, Numeral(setting, value)) : NoSetting(key);

    // Of secrets and lists the value is not all there is.
    private static bool IsSame(Setting setting, string? now) =>
        !setting.IsSecret && !setting.Type.IsArray && setting.Value is not null && setting.Value == now;

    private string? TryWrite(Setting setting, string? value)
    {
        try
        {
            file.Change(SettingsList.FullKey(setting.Key), value);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Say(
                $"{file.Place} cannot be written: {error.Message} Nothing was changed",
                $"{file.Place} tidak dapat ditulis: {error.Message} Tidak ada yang diubah");
        }
    }

    private string? WhyNot(Setting setting, string? value)
    {
        if (!setting.IsLive)
            return Say(
                $"{setting.Key} cannot be changed while FeedHub runs: write it in appsettings.json and start FeedHub again",
                $"{setting.Key} tidak dapat diubah selagi FeedHub berjalan: tulis di appsettings.json dan mulai ulang FeedHub");
        if (setting.IsFixed)
            return Say(
                $"{setting.Key} is set by {setting.Origin}, which stands over the dashboard: change it there",
                $"{setting.Key} ditetapkan oleh {setting.Origin}, yang mengalahkan dasbor: ubah di sana");
        var candidate = new ConfigurationBuilder().AddConfiguration(configuration)
            .AddInMemoryCollection([new(SettingsList.FullKey(setting.Key), value ?? list.Beneath(setting.Key) ?? setting.Default)]).Build();
        string[] problems = SettingsKeys.Unreadable(candidate) is { Count: > 0 } unreadable
            ? [.. unreadable]
            : [.. SettingsCheck.Problems(candidate.GetSection(FeedHubOptions.Section).Get<FeedHubOptions>()!)];
        return problems.Length == 0 ? null : string.Join("; ", problems);
    }

    // Indonesian has a comma where the file has a point; one before three digits may be a thousand.
    private static string? Numeral(Setting setting, string? value) =>
        setting.ValueType == typeof(double) && value is not null && WithComma().IsMatch(value)
            ? value.Replace(',', '.')
            : value;

    [GeneratedRegex(@"^\s*(?:0,[0-9]+|[0-9]+,[0-9]{1,2})\s*\z")]
    private static partial Regex WithComma();

    private static string NoSetting(string key) => Say($"{key} is not a setting", $"{key} bukan pengaturan");

    private static SettingChange Refused(string why) => new(why, null, null);
}
