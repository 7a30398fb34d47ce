namespace FeedHub.Syndication.Reading.Robots;

/// <summary>
/// Sorts the lines of a file into those for one program and those for all. Groups that name a program more than once are one (RFC 9309
/// 2.2.1); those for all count where none names it.
/// </summary>
internal sealed class RobotsGroups(string program)
{
    private readonly List<RobotsRule> _own = [];
    private readonly List<RobotsRule> _all = [];
    private bool _isNamed;
    private bool _isForOwn;
    private bool _isForAll;
    private bool _hasRules;

    /// <summary>The rules for the program.</summary>
    public IReadOnlyList<RobotsRule> Rules => _isNamed ? _own : _all;

    /// <summary>What the file names as sitemaps, which belong to no group.</summary>
    public List<string> Sitemaps { get; } = [];

    /// <summary>Takes one line.</summary>
    public void Add(ReadOnlySpan<char> line)
    {
        if (line.IndexOf('#') is var comment and >= 0)
            line = line[..comment];
        var colon = line.IndexOf(':');
        if (colon < 0)
            return;
        var key = line[..colon].Trim();
        var value = line[(colon + 1)..].Trim();
        if (Is(key, "user-agent") || Is(key, "useragent"))
            Agent(value);
        else if (Is(key, "allow") || Is(key, "disallow"))
            Rule(value, Is(key, "allow"));
        else if (Is(key, "sitemap") && value.Length is > 0 and <= Bounds.Address)
            Sitemaps.Add(value.ToString());
    }

    // Names that follow each other begin one group; a name behind rules begins the next.
    private void Agent(ReadOnlySpan<char> name)
    {
        if (_hasRules)
            (_isForOwn, _isForAll, _hasRules) = (false, false, false);
        _isForAll |= name is "*";
        _isForOwn |= Is(Token(name), program);
        _isNamed |= _isForOwn;
    }

    private void Rule(ReadOnlySpan<char> path, bool isAllowed)
    {
        _hasRules = true;
        // An empty path forbids nothing.
        if (path.Length is 0 or > Bounds.Address || path[0] is not ('/' or '*'))
            return;
        var rule = new RobotsRule(RobotsRule.Normalise(path.ToString()), isAllowed);
        if (_isForOwn)
            _own.Add(rule);
        if (_isForAll)
            _all.Add(rule);
    }

    // "FeedHub/1.0" names the program too.
    private static ReadOnlySpan<char> Token(ReadOnlySpan<char> name) => name.IndexOfAny('/', ' ') is var end and >= 0 ? name[..end] : name;

    private static bool Is(ReadOnlySpan<char> text, string other) => text.Equals(other, StringComparison.OrdinalIgnoreCase);
}
