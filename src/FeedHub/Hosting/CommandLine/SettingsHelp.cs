using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using FeedHub.Configuring;
using FeedHub.Model.Words;

namespace FeedHub.Hosting.CommandLine;

/// <summary>The library's help, and for <c>run</c> all settings with what they do.</summary>
internal sealed class SettingsHelp(HelpAction help) : SynchronousCommandLineAction
{
    private const string Indent = "      ";
    private const int Width = 100;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command.Name == "run")
            Console.WriteLine(Keys());
        return code;
    }

    private static string Keys() => string.Join(
        Environment.NewLine,
        [
            "Settings, each as --KEY=VALUE, in appsettings.json, or in the environment with __ for each colon:",
            .. Lines("urls", "where FeedHub listens, such as http://0.0.0.0:8080", "http://localhost:5080"),
            .. SettingsList.Defaults().SelectMany(setting => Lines(SettingsList.FullKey(setting.Key), setting.Meaning, Default(setting))),
            "",
            "docs/configuration.md has them as a table.",
        ]);

    private static string? Default(Setting setting) =>
        setting.Type == typeof(TimeSpan) && setting.Default is { } span ? Duration.WordsOfStored(span) : setting.Default;

    // Meanings are Markdown.
    private static IEnumerable<string> Lines(string key, string? meaning, string? value)
    {
        var words = $"{meaning?.Replace("`", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal)}"
            + (value is null ? "" : $" (without it: {value})");
        return ["  --" + key, .. Wrapped(words)];
    }

    private static IEnumerable<string> Wrapped(string words)
    {
        var line = Indent;
        foreach (var word in words.Split(' '))
        {
            if (line.Length + word.Length >= Width && line.Length > Indent.Length)
            {
                yield return line;
                line = Indent;
            }

            line += (line.Length > Indent.Length ? " " : "") + word;
        }

        yield return line;
    }
}
