using FeedHub.Dashboard.Backup;

namespace FeedHub.Tests.Dashboard;

/// <summary>The line that a person copies from <em>Backups</em> where the dashboard does not answer any more.</summary>
public sealed class RestoreLineTests
{
    [Theory]
    [InlineData("/usr/lib/feedhub/FeedHub", "feedhub", "sudo -u feedhub /usr/lib/feedhub/FeedHub restore ")]
    [InlineData("/home/ana/feed hub/FeedHub", null, "\"/home/ana/feed hub/FeedHub\" restore ")]
    [InlineData("/usr/share/dotnet/dotnet", null, "dotnet /srv/app/FeedHub.dll restore ")]
    public void TheLine_NamesTheProgramThatRuns_AndItsUser(string process, string? user, string line) => Assert.Equal(
        line + "/var/lib/feedhub/backups/a.db --FeedHub:DataDirectory=/var/lib/feedhub",
        RestoreLine.Of(process, "/srv/app/FeedHub.dll", user, "/var/lib/feedhub/backups/a.db", "/var/lib/feedhub"));
}
