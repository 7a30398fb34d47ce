using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using FeedHub.Configuring;

namespace FeedHub.Hosting.CommandLine;

/// <summary>The library's help, and for <c>run</c> the keys of all settings.</summary>
internal sealed class SettingsHelp(HelpAction help) : SynchronousCommandLineAction
{
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
            "  --urls                                   where FeedHub listens, such as http://0.0.0.0:8080",
            .. SettingsKeys.All.Select(key => "  --" + key),
            "",
            "docs/configuration.md says what each does.",
        ]);
}
