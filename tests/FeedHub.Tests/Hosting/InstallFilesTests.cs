using System.Diagnostics;
using System.Text;
using FeedHub.Hosting.CommandLine;
using FeedHub.Tests.Sources;

namespace FeedHub.Tests.Hosting;

/// <summary>What <c>docs/install.md</c> hands out.</summary>
public sealed class InstallFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SystemdAnalyzeFact]
    public async Task TheUnit_LeavesItsServiceLittle()
    {
        var unit = Path.Combine(_folder.Path, "feedhub.service");
        await File.WriteAllBytesAsync(unit, RepositoryFile.Read("docs/install/feedhub.service"));
        using var process = Process.Start(new ProcessStartInfo("systemd-analyze", ["security", "--offline=true", "--threshold=20", unit])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
    }

    [Fact]
    public void TheUnit_TriesAgainWhereFeedHubCouldNotStart_ButNotWhereNobodyUnderstoodIt()
    {
        var unit = Encoding.UTF8.GetString(RepositoryFile.Read("docs/install/feedhub.service")).Split('\n');
        Assert.Contains("Restart=on-failure", unit);
        Assert.Contains($"RestartPreventExitStatus={Commands.NotUnderstood}", unit);

        // systemd gives up after five starts within ten seconds.
        Assert.Contains("RestartSec=10s", unit);
    }

    /// <summary>Skipped where systemd is not installed, but never on CI.</summary>
    private sealed class SystemdAnalyzeFactAttribute : FactAttribute
    {
        public SystemdAnalyzeFactAttribute()
        {
            if (!File.Exists("/usr/bin/systemd-analyze") && Environment.GetEnvironmentVariable("CI") != "true")
                Skip = "no systemd-analyze (Debian: apt-get install systemd)";
        }
    }
}
