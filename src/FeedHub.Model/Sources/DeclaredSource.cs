using FeedHub.Syndication;
using FeedHub.Syndication.Extracting.Lists;

namespace FeedHub.Model.Sources;

/// <summary>What an admin or feeds.json says of a source.</summary>
public sealed class DeclaredSource
{
    private string? _title;

    /// <summary>Title given by feeds.json or an admin, cut to <see cref="Bounds.Line"/>; or null.</summary>
    public string? Title
    {
        get => _title;
        set => _title = Bounds.CutOrNull(value);
    }

    /// <summary>BCP 47 as declared, or null.</summary>
    public string? Language { get; set; }

    /// <summary>IANA zone for dates that carry none; null is UTC.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Slugs that every item of it has.</summary>
    public IReadOnlyList<string> Categories { get; set; } = [];

    /// <summary>Fixed interval, or null for FeedHub's choice.</summary>
    public TimeSpan? Interval { get; set; }

    /// <summary>What stands at its address.</summary>
    public SourceKind Kind { get; set; }

    /// <summary>Where the entries of a page are; null: where FeedHub finds them.</summary>
    public ListSelectors? Selectors { get; set; }

    /// <summary>What of its items is republished, as declared.</summary>
    public ContentPolicy Content { get; set; }

    /// <summary>What of its items is republished; never <see cref="ContentPolicy.Usual"/>.</summary>
    public ContentPolicy Republished => Content != ContentPolicy.Usual ? Content
        : Kind == SourceKind.Feed ? ContentPolicy.Full
        : ContentPolicy.Article;

    /// <summary>Its folder as <see cref="FolderPath"/> spells it, or null.</summary>
    public string? Folder { get; set; }

    /// <summary>Whether robots.txt is asked before its pages are.</summary>
    public RobotsPolicy Robots { get; set; }

    /// <summary>Headers sent with each poll; <c>env:NAME</c> is resolved only then.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>();

    /// <summary>Address that <see cref="Headers"/> were given for, if its server has moved the source since; null:
    /// <see cref="Source.Url"/>.</summary>
    public string? HeadersUrl { get; set; }

    /// <summary>False: paused.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>A copy that can be changed by itself.</summary>
    public DeclaredSource Copy() => (DeclaredSource)MemberwiseClone();
}
