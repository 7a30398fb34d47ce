using FeedHub.Configuring;
using FeedHub.Model.Words;

namespace FeedHub.Hosting.CommandLine;

/// <summary>What may stand before a value on the command line.</summary>
internal static class SettingNames
{
    /// <summary>Of ASP.NET Core itself.</summary>
    private static readonly string[] OfTheHost =
    [
        "urls", "environment", "contentRoot", "webRoot", "applicationName", "http_ports", "https_ports", "shutdownTimeoutSeconds",
        "AllowedHosts",
    ];

    /// <summary>Sections of other parts, whose keys are theirs.</summary>
    private static readonly string[] Sections = ["Logging", "Kestrel", "ConnectionStrings"];

    private static readonly Lazy<string[]> All = new(() => [.. OfTheHost, "demo", "help", "version", .. SettingsKeys.All]);

    /// <summary>Why nothing has this name, with what was meant; null where something has.</summary>
    /// <param name="name">Without its dashes.</param>
    public static string? Problem(string name) => SettingsKeys.IsOwn(name) ? SettingsKeys.Unknown(name) : IsKnown(name) ? null : Hint(name);

    private static bool IsKnown(string name) => OfTheHost.Contains(name, StringComparer.OrdinalIgnoreCase)
        || name.StartsWith("OTEL_", StringComparison.OrdinalIgnoreCase)
        || Sections.Any(section => name.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase));

    private static string Hint(string name) => Meant(name) is { } near
        ? $"did you mean --{near}?"
        : "settings are written --FeedHub:Polling:Concurrency=16; run --help lists them";

    // Mostly the beginning is left out.
    private static string? Meant(string name) =>
        SettingsKeys.All.FirstOrDefault(key => key.EndsWith(":" + name, StringComparison.OrdinalIgnoreCase))
            ?? Wording.Nearest(name, All.Value);
}
