using System.CommandLine;
using System.CommandLine.Help;
using FeedHub.Configuring;
using FeedHub.Observability;

namespace FeedHub.Hosting.CommandLine;

/// <summary>The commands of the program, each with its help.</summary>
internal static class Commands
{
    /// <summary>Exit code where the command line, or a key of the configuration, is not understood.</summary>
    public const int NotUnderstood = 2;

    // What is to be named after a command that says nothing alone.
    private static readonly Dictionary<string, string> Missing = new()
    {
        ["restore"] = "restore: name the file of a backup, such as: feedhub restore data/backups/feedhub-20261124T032000Z.db",
        ["move-to"] = "move-to: name the engine to move to, such as: feedhub move-to postgres",
    };

    /// <summary>Runs what the words name; returns the exit code.</summary>
    /// <param name="words">A command with what belongs to it, or a cry for help.</param>
    /// <param name="settings">Handed to the command's configuration.</param>
    public static Task<int> RunAsync(IReadOnlyList<string> words, string[] settings)
    {
        var parsed = Root(settings).Parse(Asked(words));
        if (parsed.UnmatchedTokens.Count == 0 && (parsed.Errors.Count == 0 || parsed.Action is SettingsHelp))
            return parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        var command = parsed.CommandResult.Command;
        foreach (var word in parsed.UnmatchedTokens)
            Console.Error.WriteLine($"FeedHub does not know '{word}' here. {Hint(word, command)}");
        if (parsed.UnmatchedTokens.Count == 0)
            Refuse(Missing.GetValueOrDefault(command.Name) ?? string.Join(' ', parsed.Errors.Select(error => error.Message)));
        return Task.FromResult(NotUnderstood);
    }

    /// <summary>After a setting of the command line was not understood: says what else is wrong, and does nothing; returns the exit
    /// code.</summary>
    /// <param name="words">As for <see cref="RunAsync"/>.</param>
    /// <param name="settings">Those that were understood.</param>
    public static async Task<int> NotUnderstoodAsync(IReadOnlyList<string> words, string[] settings)
    {
        if (words is ["check", ..])
            await RunAsync(words, settings);
        else
            Refusal(Program.CreateBuilder(settings).Configuration);
        return NotUnderstood;
    }

    private static int Refuse(string words)
    {
        Console.Error.WriteLine(words);
        return NotUnderstood;
    }

    /// <summary>Says on the console all that is wrong with the settings as they are written; returns the exit code, or null where all is
    /// well.</summary>
    public static int? Refusal(IConfiguration configuration)
    {
        var problems = WrittenSettings.Problems(configuration);
        foreach (var problem in problems)
            Console.Error.WriteLine(problem);
        return problems.Count == 0 ? null : WrittenSettings.AreNotUnderstood(configuration) ? NotUnderstood : 1;
    }

    // As with git and dotnet: help, and help of a command.
    private static IReadOnlyList<string> Asked(IReadOnlyList<string> words) =>
        words is ["help", ..] ? [.. words.Skip(1), "--help"] : words;

    private static string Hint(string word, Command command) =>
        Model.Words.Wording.Nearest(word, command.Subcommands.Select(known => known.Name)) is { } near
            ? $"Did you mean: feedhub {(command is RootCommand ? "" : command.Name + " ")}{near}?"
            : $"feedhub {(command is RootCommand ? "" : command.Name + " ")}--help says what there is.";

    private static RootCommand Root(string[] settings)
    {
        var root = new RootCommand(
            "FeedHub polls news feeds, merges what is the same, and republishes one feed. Without a command it runs.")
        {
            Of("run", "Run the service until Ctrl-C. Settings go as --KEY=VALUE; run --help lists them.", () => Start.RunAsync(settings)),
            Of("demo", "Try it over a bundled newsroom: no network, and data that is thrown away. Settings as for run.",
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
        var file = new Argument<string?>("FILE")
        {
            Description = "A feeds.json; without it the one that run would read.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var check = new Command("check", "Say all that is wrong with feeds.json and the settings; start nothing. Exit code 0 or 1.")
        {
            file,
        };
        check.SetAction((parsed, _) => Task.FromResult(CheckCommand.Run(parsed.GetValue(file), settings)));
        return check;
    }

    private static Command Restore(string[] settings)
    {
        var file = new Argument<string>("FILE") { Description = "The backup, such as data/backups/feedhub-20261124T032000Z.db." };
        var restore = new Command("restore", "Put a backup in the database's place, and keep what was there. FeedHub must not run.")
        {
            file,
        };
        restore.SetAction((parsed, _) => parsed.GetValue(file) is { Length: > 0 } backup
            ? Of(settings, configuration => Task.FromResult(RestoreCommand.Run(configuration, backup, Console.Out, Console.Error)))
            : Task.FromResult(Refuse(Missing["restore"])));
        return restore;
    }

    private static Command MoveTo(string[] settings)
    {
        var postgres = new Command(
            "postgres", "Copy the data directory into the empty database that ConnectionStrings:FeedHub names. FeedHub must not run.");
        postgres.SetAction((_, _) => Of(settings, _ => MoveCommand.RunAsync(settings, Console.Out, Console.Error)));
        return new Command("move-to", "Copy the SQLite database of the data directory into another engine.") { postgres };
    }

    // With a setting that nobody understands it might be the wrong data.
    private static Task<int> Of(string[] settings, Func<IConfiguration, Task<int>> run)
    {
        var configuration = Program.CreateBuilder(settings).Configuration;
        return Refusal(configuration) is { } code ? Task.FromResult(code) : run(configuration);
    }

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
