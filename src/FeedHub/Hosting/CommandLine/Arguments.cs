using FeedHub.Configuring;

namespace FeedHub.Hosting.CommandLine;

/// <summary>
/// The words of a command line, told apart: commands and files are words; settings are <c>--key value</c>, <c>--key=value</c> or
/// <c>key=value</c>, as .NET's configuration reads them.
/// </summary>
/// <param name="Words">Commands, files, and what asks for help, in their order.</param>
/// <param name="Settings">Settings with their values, as they were written.</param>
/// <param name="Unknown">What is wrong with a setting, with what to write instead.</param>
internal sealed record Arguments(IReadOnlyList<string> Words, IReadOnlyList<string> Settings, IReadOnlyList<string> Unknown)
{
    private const string DemoSwitch = "--demo";

    private static readonly string[] Help = ["--help", "-h", "-?", "/?", "--version"];

    /// <summary>Reads the arguments of <c>Main</c>.</summary>
    public static Arguments Read(IReadOnlyList<string> args)
    {
        var (words, settings, unknown) = (new List<string>(), new List<string>(), new List<string>());
        for (var n = 0; n < args.Count; n++)
        {
            var arg = args[n];
            if (arg == DemoSwitch)
                words.Insert(0, "demo");
            else if (Help.Contains(arg) || !IsSetting(arg))
                words.Add(arg);
            else if (SettingNames.Problem(Name(arg)) is { } problem)
                unknown.Add(SettingsKeys.IsOwn(Name(arg)) ? problem : $"{arg.Split('=')[0]} is not an option: {problem}");
            else if (arg.Contains('='))
                settings.Add(arg);
            else if (n + 1 == args.Count || args[n + 1].StartsWith("--", StringComparison.Ordinal))
                unknown.Add($"{arg} needs a value: write {arg}=…");
            else
                settings.AddRange([arg, args[++n]]);
        }

        return new(words, settings, unknown);
    }

    private static bool IsSetting(string arg) => arg.StartsWith('-') || arg.Contains('=');

    private static string Name(string arg) => arg.Split('=')[0].TrimStart('-');
}
