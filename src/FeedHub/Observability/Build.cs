using System.Reflection;

namespace FeedHub.Observability;

/// <summary>Which build of FeedHub this is.</summary>
public static class Build
{
    private static readonly string[] Parts = typeof(Build).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+', 2);

    /// <summary>Version, such as <c>0.1.0</c>.</summary>
    public static string Version => Parts[0];

    /// <summary>The commit it was built from, its first twelve digits; null where it was not built from a checkout.</summary>
    public static string? Commit => Parts is [_, { Length: >= 12 } commit] ? commit[..12] : null;

    /// <summary>Both, as people read them: <c>0.1.0 (commit 0123456789ab)</c>.</summary>
    public static string Words => Commit is null ? Version : $"{Version} (commit {Commit})";
}
