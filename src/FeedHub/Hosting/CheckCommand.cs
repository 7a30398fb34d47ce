using FeedHub.Access;
using FeedHub.Configuring;
using FeedHub.Model.Settings;
using FeedHub.Model.Sources;
using FeedHub.Sources;
using FeedHub.Sources.OwnFeeds;

namespace FeedHub.Hosting;

/// <summary>The <c>check</c> command: says all that is wrong with <c>feeds.json</c> and the settings, and starts nothing.</summary>
public static class CheckCommand
{
    /// <summary>Checks what the command line names.</summary>
    /// <param name="file">A feeds.json, or null for the configuration's.</param>
    /// <param name="settings">Of the command line.</param>
    /// <returns>The exit code: 0 if all is well, else 1.</returns>
    public static int Run(string? file, string[] settings)
    {
        string[] all = file is null ? settings : [.. settings, $"--{FeedHubOptions.Section}:{nameof(FeedHubOptions.FeedsFile)}={file}"];
        return Run(Program.CreateBuilder(all).Configuration, Console.Out, Environment.GetEnvironmentVariable);
    }

    /// <summary>Checks configuration and file.</summary>
    /// <returns>The exit code: 0 if all is well, else 1.</returns>
    public static int Run(
        IConfiguration configuration, TextWriter output, Func<string, string?> environment, IReadOnlySet<string>? topics = null)
    {
        // What can be read of the settings says where the file is, which is looked at all the same.
        return Run(WrittenSettings.Readable(configuration), WrittenSettings.Problems(configuration), output, environment, topics);
    }

    /// <summary>Checks settings that are bound already; unknown keys are not seen in them.</summary>
    /// <returns>The exit code: 0 if all is well, else 1.</returns>
    public static int Run(
        FeedHubOptions options, TextWriter output, Func<string, string?> environment, IReadOnlySet<string>? topics = null) =>
        Run(options, [.. SettingsCheck.Problems(options)], output, environment, topics);

    private static int Run(
        FeedHubOptions options,
        IReadOnlyList<string> settings,
        TextWriter output,
        Func<string, string?> environment,
        IReadOnlySet<string>? topics)
    {
        foreach (var problem in settings)
        {
            output.WriteLine($"settings: {problem}");
        }

        // Without a name there is nothing to look for; the settings have said so.
        var fileIsFine = options.FeedsFile.Length > 0 && FileIsFine(options, output, environment, topics);
        return settings.Count == 0 && fileIsFine ? 0 : 1;
    }

    private static bool FileIsFine(
        FeedHubOptions options, TextWriter output, Func<string, string?> environment, IReadOnlySet<string>? topics)
    {
        var location = FeedsFileLocator.Locate(options.FeedsFile, Environment.CurrentDirectory);
        if (location.Path is not { } path)
        {
            output.WriteLine(location.Error);
            return false;
        }

        var result = FeedsFileReader.Read(path, topics, environment, options.Polling.AllowClientHeaders);
        var slips = Report(Shown(path), result, output);
        if (result.File?.Sources.Count(source => source.Declared.Headers is { Count: > 0 }) is > 0 and var secret && !options.IsClosed())
            output.WriteLine(
                $"{Shown(path)}: {Count(secret, "source")} with headers of your own, and FeedHub:Publishing:Access is open: everybody can "
                + "read what they send you. Write closed to ask readers for a key.");
        if (result.File?.Sources.Count(source => source.Declared.Republished == ContentPolicy.Article) is > 0 and var whole
            && !options.IsClosed())
            output.WriteLine(
                $"{Shown(path)}: {Count(whole, "source")} with content \"article\", and FeedHub:Publishing:Access is open: whole texts of "
                + "others are republished for everybody. Write closed to ask readers for a key.");
        return result.File is not null && slips == 0;
    }

    // The number of rules' sources that are surely wrong.
    private static int Report(string name, FeedsFileResult result, TextWriter output)
    {
        foreach (var error in result.Errors)
        {
            output.WriteLine(FormattableString.Invariant($"{name}:{error.Line}:{error.Column}: {error.Message}"));
        }

        if (result.File is not { } file)
            return 0;
        var unknown = RuleSourceNames.UnknownIn(file).ToList();
        foreach (var (named, message, _) in unknown)
            output.WriteLine(FormattableString.Invariant($"{name}:{named.Line}:{named.Column}: {message}"));
        var slips = unknown.Count(source => source.IsSlip);
        output.WriteLine($"{name}: {Count(file.Sources.Count, "source")}, {Count(file.Categories.Count, "category rule")}{Feeds(file)}: "
            + (slips == 0 ? "fine" : $"{Count(slips, "slip")} in what rules name"));
        Notes(name, file, output);
        return slips;
    }

    private static void Notes(string name, FeedsFile file, TextWriter output)
    {
        foreach (var unknown in file.Feeds.SelectMany(feed => OwnFeedNames.Unknown(feed, file.Sources)))
            output.WriteLine($"{name}: {unknown}");
        if (file.Sources.Count(source => source.Declared.Interval is not null) is > 0 and var own)
            output.WriteLine($"{name}: {Count(own, "interval")} of a source's own: {PollInterval.Meaning}");
    }

    private static string Feeds(FeedsFile file) =>
        file.Feeds.Count == 0 ? "" : $", {Count(file.Feeds.Count, "feed")} of one's own";

    private static string Count(int number, string what) =>
        FormattableString.Invariant($"{number} {what}{(number == 1 ? "" : "s")}");

    private static string Shown(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
