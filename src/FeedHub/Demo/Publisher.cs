using FeedHub.Model.Sources;
using FeedHub.Syndication.Reading;

namespace FeedHub.Demo;

/// <summary>How a publisher's server behaves.</summary>
internal enum Manner
{
    /// <summary>Answers at once.</summary>
    Prompt,

    /// <summary>Takes between two and three seconds.</summary>
    Slow,

    /// <summary>Is unavailable for 30 seconds of every two minutes.</summary>
    Failing,

    /// <summary>Has closed: 410 for ever.</summary>
    Gone,
}

/// <summary>How a publisher writes the dates of its RSS items.</summary>
internal enum DateStyle
{
    /// <summary>RFC 822 with a numeric offset.</summary>
    Standard,

    /// <summary>The local clock without any zone.</summary>
    Zoneless,

    /// <summary>Indonesian words with WIB or WITA, to the minute.</summary>
    Words,
}

/// <summary>One sample publisher: what it is called, what it prints and how badly its server behaves.</summary>
internal sealed record Publisher
{
    /// <summary>Unique; the first part of its addresses unless <see cref="Path"/> says otherwise.</summary>
    public required string Slug { get; init; }

    /// <summary>Name of the outlet.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence about the outlet.</summary>
    public required string Tagline { get; init; }

    /// <summary>Path of the feed, or of the front page of a paper without one.</summary>
    public required string Path { get; init; }

    /// <summary>What stands at <see cref="Path"/>: a feed, or a page that lists articles.</summary>
    public SourceKind Kind { get; init; }

    /// <summary>BCP 47.</summary>
    public string Language { get; init; } = "id";

    /// <summary>Its clock.</summary>
    public Clock Clock { get; init; } = Clock.Wib;

    /// <summary>Format of the feed.</summary>
    public FeedFormat Format { get; init; } = FeedFormat.Rss;

    /// <summary>How its server behaves.</summary>
    public Manner Manner { get; init; }

    /// <summary>How it writes dates.</summary>
    public DateStyle Dates { get; init; }

    /// <summary>True: the XML has bare ampersands and HTML entities that nobody declared.</summary>
    public bool Broken { get; init; }

    /// <summary>True: items carry a picture as an enclosure.</summary>
    public bool Pictures { get; init; }

    /// <summary>True: items carry a summary and no content.</summary>
    public bool SummaryOnly { get; init; }

    /// <summary>True: its articles stand on two pages each.</summary>
    public bool Paged { get; init; }

    /// <summary>True: every third live item is corrected 90 s after it appeared.</summary>
    public bool Corrects { get; init; }

    /// <summary>Seconds between two polls, as <c>feeds.json</c> asks for.</summary>
    public int Interval { get; init; } = 15;

    /// <summary>Seconds between two pieces of its own after the start.</summary>
    public int Cadence { get; init; } = 60;

    /// <summary>Pieces of its own that are out at the start; 0 for an outlet that writes nothing itself.</summary>
    public int Backlog { get; init; }

    /// <summary>How many of its written pieces wait for the time after the start.</summary>
    public int Held { get; init; }

    /// <summary>Slugs of the outlets that it republishes.</summary>
    public IReadOnlyList<string> ReprintsFrom { get; init; } = [];

    /// <summary>How many quarters of the agency pieces it republishes, 0 to 4.</summary>
    public int Share { get; init; } = 4;

    /// <summary>Topics that it republishes; empty: all.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Query added to the original's address; null: it prints copies under addresses of its own.</summary>
    public string? Tracking { get; init; }

    /// <summary>What opens the first paragraph; <c>{place}</c> is the piece's place.</summary>
    public string Dateline { get; init; } = "";

    /// <summary>Categories that <c>feeds.json</c> gives it.</summary>
    public IReadOnlyList<string> Category { get; init; } = [];
}
