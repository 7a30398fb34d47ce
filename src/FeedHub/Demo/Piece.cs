namespace FeedHub.Demo;

/// <summary>One piece of writing from <c>articles.json</c>, before any outlet has printed it.</summary>
internal sealed record Piece
{
    /// <summary>Slug of the outlet that wrote it.</summary>
    public required string Origin { get; init; }

    /// <summary>IPTC topic by slug.</summary>
    public required string Topic { get; init; }

    /// <summary>True: the agency or the network offers it to others.</summary>
    public bool Agency { get; init; }

    /// <summary>Headline.</summary>
    public required string Title { get; init; }

    /// <summary>Headlines under which others print it.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <summary>Name of the reporter; empty: none given.</summary>
    public string Author { get; init; } = "";

    /// <summary>The publisher's own category words.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Where it was written.</summary>
    public required string Place { get; init; }

    /// <summary>First paragraph.</summary>
    public required string Lead { get; init; }

    /// <summary>The other paragraphs.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    /// <summary>For a bulletin: what may stand for each <c>{name}</c> in its texts.</summary>
    public IReadOnlyDictionary<string, string[]> Fill { get; init; } = new Dictionary<string, string[]>();
}
