using Microsoft.Extensions.Hosting.Systemd;

namespace FeedHub.Dashboard.Backup;

/// <summary>The line that goes back to a backup by hand, as it is typed on this machine: with the program that runs now, and as its
/// user.</summary>
internal static class RestoreLine
{
    /// <summary>The line for this process.</summary>
    /// <param name="backup">The backup's file.</param>
    /// <param name="dataDirectory">Where the database is.</param>
    public static string Here(string backup, string dataDirectory) => Of(
        Environment.ProcessPath ?? "FeedHub",
        Path.Combine(AppContext.BaseDirectory, $"{typeof(RestoreLine).Assembly.GetName().Name}.dll"),
        SystemdHelpers.IsSystemdService() ? Environment.UserName : null,
        backup,
        dataDirectory);

    /// <summary>The line.</summary>
    /// <param name="process">The program that runs: FeedHub itself, or <c>dotnet</c>.</param>
    /// <param name="library">What <c>dotnet</c> runs.</param>
    /// <param name="serviceUser">Whose service it is; null: it is a person's own.</param>
    /// <param name="backup">The backup's file.</param>
    /// <param name="dataDirectory">Where the database is: settings of the service are not those of a person's shell.</param>
    public static string Of(string process, string library, string? serviceUser, string backup, string dataDirectory)
    {
        var program = Path.GetFileNameWithoutExtension(process) == "dotnet" ? $"dotnet {Quoted(library)}" : Quoted(process);
        var user = serviceUser is null ? "" : $"sudo -u {serviceUser} ";
        return $"{user}{program} restore {Quoted(backup)} --FeedHub:DataDirectory={Quoted(dataDirectory)}";
    }

    private static string Quoted(string path) => path.Contains(' ') ? $"\"{path}\"" : path;
}
