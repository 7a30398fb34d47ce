using System.Text;
using FeedHub.Model.Sources;
using FeedHub.Sources.Importing;
using FeedHub.Syndication.Reading.Opml;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>Subscription lists whose lines are odd addresses: each outline gets its line, and no line shows a secret.</summary>
internal static class ListCheck
{
    public static IReadOnlyList<(Finding Finding, byte[] List)> Run(Random random)
    {
        var addresses = Enumerable.Range(0, random.Next(12)).Select(_ => FuzzAddress.Make(random)).ToList();
        var text =
            $"<opml version=\"2.0\"><head><title>x</title></head><body>{string.Concat(addresses.Select(address => Outline(random, address)))}</body></opml>";
        var (isWhole, list) = random.OneIn(2) ? (true, text) : (false, Mutation.Of(random, text, text));
        var bytes = Encoding.UTF8.GetBytes(list);
        try
        {
            return [.. Broken(bytes, isWhole ? addresses.Count : null).Select(finding => (finding, bytes))];
        }
        catch (Exception e)
        {
            return [(Finding.Of(e), bytes)];
        }
    }

    private static IEnumerable<Finding> Broken(byte[] bytes, int? expected)
    {
        if (OpmlReader.Read(bytes) is not { } list)
        {
            if (expected is not null)
                yield return new("a list is not read", Encoding.UTF8.GetString(bytes));
            yield break;
        }

        if (expected is { } count && list.Lines.Count != count)
            yield return new("a list lost lines", FormattableString.Invariant($"{count} outlines, {list.Lines.Count} lines"));
        foreach (var line in list.Lines)
        {
            var url = FeedLink.Of(line.XmlUrl);
            if (SourceUrl.Problem(url) is { } problem && SecretPlaces.Tell(problem) is { } place)
                yield return new($"a list's line tells a secret in {place}", $"{url} TOLD AS {problem}");
        }
    }

    private static string Outline(Random random, string address)
    {
        var url = System.Security.SecurityElement
            .Escape(string.Concat(address.Where(c => c >= ' ' && !char.IsSurrogate(c) && c < '\uFFFE')));
        var outline = $"<outline type=\"rss\" text=\"{random.Next(9)}\" xmlUrl=\"{url}\"/>";
        return random.OneIn(4) ? $"<outline text=\"{random.Pick(["News", "Sport", "a/b"])}\">{outline}</outline>" : outline;
    }
}
