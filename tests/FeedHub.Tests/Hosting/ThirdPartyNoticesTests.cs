using System.Text;
using System.Text.Json;
using FeedHub.Tests.Sources;

namespace FeedHub.Tests.Hosting;

public class ThirdPartyNoticesTests
{
    [Fact]
    public void EachPackageThatShips_IsNamedWithItsVersion()
    {
        var notices = Encoding.UTF8.GetString(RepositoryFile.Read("THIRD-PARTY-NOTICES.txt")).ReplaceLineEndings("\n").Split('\n');
        var folder = Path.GetDirectoryName(typeof(Program).Assembly.Location)!;
        using var parts = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "FeedHub.deps.json")));
        var shipped = parts.RootElement.GetProperty("targets").EnumerateObject().Single().Value.EnumerateObject()
            .Where(part => part.Value.TryGetProperty("runtime", out _) || part.Value.TryGetProperty("runtimeTargets", out _))
            .Select(part => part.Name)
            .Where(name => parts.RootElement.GetProperty("libraries").GetProperty(name).GetProperty("type").GetString() == "package")
            .Select(name => name.Replace('/', ' ')).ToList();

        Assert.NotEmpty(shipped);
        var missing = shipped.Except(notices).ToList();
        Assert.True(missing.Count == 0, $"Run: dotnet run .ci/notices.cs > THIRD-PARTY-NOTICES.txt. Missing: {string.Join(", ", missing)}");
    }

    [Fact]
    public void EachLicenceThatIsNamed_HasItsText_OrThePackageBringsIt()
    {
        var licences = Encoding.UTF8.GetString(RepositoryFile.Read("THIRD-PARTY-NOTICES.txt")).ReplaceLineEndings("\n").Split('\n')
            .Where(line => line.StartsWith("  Licence: ", StringComparison.Ordinal)).Select(line => line["  Licence: ".Length..])
            .Where(licence => !licence.StartsWith("in the package's own ", StringComparison.Ordinal)).Distinct().ToList();
        Assert.NotEmpty(licences);
        Assert.All(licences, licence => Assert.NotEmpty(RepositoryFile.Read($"docs/install/licences/{licence}.txt")));
    }
}
