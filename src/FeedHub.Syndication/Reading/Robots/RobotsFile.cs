using System.Text;

namespace FeedHub.Syndication.Reading.Robots;

/// <summary>What a host's <c>robots.txt</c> allows one program (RFC 9309).</summary>
public sealed class RobotsFile
{
    /// <summary>Most bytes that are read, as RFC 9309 asks for at least (2.5).</summary>
    public const int MaxBytes = 500 * 1024;

    // More than any host writes for one program; each is compared with each address.
    private const int MaxRules = 5_000;
    private const int MaxSitemaps = 100;

    private readonly IReadOnlyList<RobotsRule> _rules;

    private RobotsFile(IEnumerable<RobotsRule> rules, IReadOnlyList<string> sitemaps)
    {
        _rules = [.. rules.OrderByDescending(rule => rule.Length).ThenByDescending(rule => rule.IsAllowed)];
        Sitemaps = sitemaps;
    }

    /// <summary>Of a host that has no such file (RFC 9309 2.3.1.3): everything is allowed.</summary>
    public static RobotsFile AllowsAll { get; } = new([], []);

    /// <summary>Of a host that cannot be asked (RFC 9309 2.3.1.4): nothing is allowed.</summary>
    public static RobotsFile AllowsNothing { get; } = new([new("/", IsAllowed: false)], []);

    /// <summary>Sitemaps that the file names, as written; at most a hundred.</summary>
    public IReadOnlyList<string> Sitemaps { get; }

    /// <summary>Reads the file. What breaks the grammar is passed over.</summary>
    /// <param name="body">Its bytes; what is beyond <see cref="MaxBytes"/> is not read.</param>
    /// <param name="program">The product token by which rules name the program, such as <c>FeedHub</c>.</param>
    public static RobotsFile Parse(ReadOnlySpan<byte> body, string program)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, MaxBytes)]).TrimStart('\uFEFF');
        var groups = new RobotsGroups(program);
        foreach (var line in text.AsSpan().EnumerateLines())
            groups.Add(line);
        return new(groups.Rules.Distinct().Take(MaxRules), [.. groups.Sitemaps.Take(MaxSitemaps)]);
    }

    /// <summary>Whether the program may ask for an address of the host. The longest rule that matches decides; of two of one length the
    /// one that allows (RFC 9309 2.2.2).</summary>
    public bool Allows(Uri address)
    {
        var path = RobotsRule.Normalise(address.PathAndQuery);
        return path == "/robots.txt" || _rules.FirstOrDefault(rule => rule.Matches(path)) is null or { IsAllowed: true };
    }
}
