using System.Text;
using FeedHub.Syndication.Reasons;
using FeedHub.Tests.Sources;

namespace FeedHub.Tests.Architecture;

/// <summary>Reasons are codes, whose words stand in one place.</summary>
public class ReasonTests
{
    private const string Words = "src/FeedHub.Syndication/Reasons/";

    [Fact]
    public void EveryCode_IsGivenSomewhere()
    {
        var code = string.Concat(
            RepositoryFile.SourcesOf("src").Where(path => !path.StartsWith(Words, StringComparison.Ordinal) || path == Words + "Reason.cs")
                .Select(path => Encoding.UTF8.GetString(RepositoryFile.Read(path))));
        Assert.DoesNotContain(Enum.GetNames<ReasonCode>(), name => !IsNamedIn(code, $"{nameof(ReasonCode)}.{name}"));
    }

    private static bool IsNamedIn(string code, string name)
    {
        for (var at = code.IndexOf(name, StringComparison.Ordinal); at >= 0; at = code.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (!char.IsLetterOrDigit(code[at + name.Length]))
                return true;
        }

        return false;
    }
}
