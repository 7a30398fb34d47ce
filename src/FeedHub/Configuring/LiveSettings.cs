using System.Reflection;
using FeedHub.Model.Settings;
using FeedHub.Model.Stories;
using FeedHub.Model.Words;
using FeedHub.Syndication.Reasons;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace FeedHub.Configuring;

/// <summary>
/// The settings that hold now. In place of the container's own <see cref="IOptions{TOptions}"/>, which never changes: code that asks for
/// the value each time goes by a change at once. A change that makes no sense is reported, and what was there before goes on.
/// </summary>
public sealed partial class LiveSettings : IOptions<FeedHubOptions>, IDisposable
{
    private readonly IOptionsFactory<FeedHubOptions> _factory;
    private readonly IConfiguration _configuration;
    private readonly StoryChanges _stories;
    private readonly ILogger<LiveSettings> _log;
    private readonly IDisposable _watch;
    private volatile FeedHubOptions _value;
    private IReadOnlyList<Words> _problems = [];

    /// <summary>Reads them for the first time.</summary>
    /// <exception cref="OptionsValidationException">They make no sense.</exception>
    public LiveSettings(
        IOptionsFactory<FeedHubOptions> factory, IConfiguration configuration, StoryChanges stories, ILogger<LiveSettings> log)
    {
        (_factory, _configuration, _stories, _log) = (factory, configuration, stories, log);
        _value = factory.Create(Options.DefaultName);
        _watch = ChangeToken.OnChange(configuration.GetReloadToken, Follow);
    }

    /// <inheritdoc/>
    public FeedHubOptions Value => _value;

    /// <summary>What is wrong with the configuration as it stands now, if it is another than that which holds.</summary>
    public IReadOnlyList<string> Problems => [.. _problems.Select(problem => problem.ToString())];

    /// <inheritdoc/>
    public void Dispose() => _watch.Dispose();

    private void Follow()
    {
        // A change on the dashboard is followed while its visitor's language is spoken.
        var next = _value;
        if (Spoken.In(ReasonLanguage.English, () => Read(out next)) is { Count: > 0 } problems)
        {
            var indonesian = Spoken.In(ReasonLanguage.Indonesian, () => Read(out _));
            _problems = [.. problems.Zip(indonesian, (english, same) => new Words(english, same))];
            LogRefused(string.Join("; ", problems));
            return;
        }

        KeepUntilRestart(next, _value);
        (_value, _problems) = (next, []);

        // Pages that are kept ready were chosen by the settings of before.
        _stories.Raise();
    }

    private IReadOnlyList<string> Read(out FeedHubOptions next)
    {
        next = _value;
        if (SettingsKeys.Unreadable(_configuration) is { Count: > 0 } unreadable)
            return unreadable;
        try
        {
            next = _factory.Create(Options.DefaultName);
            return [];
        }
        catch (OptionsValidationException refused)
        {
            return [.. refused.Failures];
        }
    }

    private static void KeepUntilRestart(object next, object now)
    {
        foreach (var property in next.GetType().GetProperties().Where(p => p.CanWrite))
        {
            if (SettingsKeys.IsGroup(property.PropertyType))
                KeepUntilRestart(property.GetValue(next)!, property.GetValue(now)!);
            else if (!property.IsDefined(typeof(ChangesWhileRunningAttribute)))
                property.SetValue(next, property.GetValue(now));
        }
    }

    [LoggerMessage(LogLevel.Error, "The settings were changed and cannot be used; FeedHub keeps running on what it had: {Problems}")]
    private partial void LogRefused(string problems);
}
