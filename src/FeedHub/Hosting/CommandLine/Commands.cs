using System.CommandLine;
using System.CommandLine.Help;
using FeedHub.Observability;

namespace FeedHub.Hosting.CommandLine;

/// <summary>The commands of the program, each with its help.</summary>
internal static class Commands
{
    /// <summary>Exit code where the command line, or a key of the configuration, is not understood.</summary>
    public const int NotUnderstood = 2;

    /// <summary>Runs what the words name; returns the exit code.</summary>
    /// <param name="words">A command with what belongs to it, or a cry for help.</param>
    /// <param name="settings">Handed to the command's configuration.</param>
    public static Task<int> RunAsync(IReadOnlyList<string> words, string[] settings)
    {
        var parsed = Root(settings).Parse(Asked(words));
        if (parsed.Errors.Count == 0)
            return parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        foreach (var error in parsed.Errors)
            Console.Error.WriteLine(error.Message);
        var command = parsed.CommandResult.Command;
        foreach (var word in parsed.UnmatchedTokens)
            Console.Error.WriteLine(Hint(word, command));
        return Task.FromResult(NotUnderstood);
    }

    // As with git and dotnet: help, and help of a command.
    private static IReadOnlyList<string> Asked(IReadOnlyList<string> words) =>
        words is ["help", ..] ? [.. words.Skip(1), "--help"] : words;

    private static string Hint(string word, Command command) =>
        Model.Words.Wording.Nearest(word, command.Subcommands.Select(known => known.Name)) is { } near
            ? $"Did you mean: feedhub {near}?"
            : $"feedhub {(command is RootCommand ? "" : command.Name + " ")}--help says what there is.";

    private static RootCommand Root(string[] settings)
    {
        var root = new RootCommand(
            "FeedHub polls news feeds, merges what is the same, and republishes one feed. Without a command it runs.")
        {
            Of("run", "Run the service until Ctrl-C. Settings go as --KEY=VALUE; run --help lists them.", () => Start.RunAsync(settings)),
            Of("demo", "Run over a bundled newsroom: no network, and data that is thrown away. Settings as for run.",
                () => DemoCommand.RunAsync(settings)),
            Check(settings),
            Restore(settings),
            MoveTo(settings),
            Of("version", "Say version and commit.", () => Say($"FeedHub {Build.Words}")),
        };
        root.SetAction((_, _) => Start.RunAsync(settings));
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new SettingsHelp((HelpAction)help.Action!);
        return root;
    }

    private static Command Check(string[] settings)
    {
        var file = OptionalFile("A feeds.json; without it the one that run would read.");
        var check = new Command("check", "Say all that is wrong with feeds.json and the settings; start nothing. Exit code 0 or 1.")
        {
            file,
        };
        check.SetAction((parsed, _) => Task.FromResult(CheckCommand.Run(parsed.GetValue(file), settings)));
        return check;
    }

    private static Command Restore(string[] settings)
    {
        var file = OptionalFile("The backup, such as data/backups/feedhub-….db.");
        var restore = new Command("restore", "Put a backup in the database's place, and keep what was there. FeedHub must not run.")
        {
            file,
        };
        restore.SetAction((parsed, _) => Task.FromResult(RestoreCommand.Run(
            Program.CreateBuilder(settings).Configuration, parsed.GetValue(file), Console.Out, Console.Error)));
        return restore;
    }

    private static Command MoveTo(string[] settings)
    {
        var postgres = new Command(
            "postgres", "Copy the data directory into the empty database that ConnectionStrings:FeedHub names. FeedHub must not run.");
        postgres.SetAction((_, _) => MoveCommand.RunAsync(settings, Console.Out, Console.Error));
        return new Command("move-to", "Copy the SQLite database of the data directory into another engine.") { postgres };
    }

    private static Argument<string?> OptionalFile(string description) =>
        new("FILE") { Description = description, Arity = ArgumentArity.ZeroOrOne };

    private static Command Of(string name, string description, Func<Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction((_, _) => run());
        return command;
    }

    private static Task<int> Say(string words)
    {
        Console.WriteLine(words);
        return Task.FromResult(0);
    }
}
