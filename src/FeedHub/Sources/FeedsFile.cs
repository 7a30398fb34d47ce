using FeedHub.Model.OwnFeeds;
using FeedHub.Model.Sources;
using FeedHub.Model.Words;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Sources;

/// <summary>What <c>feeds.json</c> says, valid as a whole.</summary>
public sealed record FeedsFile
{
    /// <summary>Path of the JSON Schema that it names, or null.</summary>
    public string? Schema { get; init; }

    /// <summary>Title of the merged feed.</summary>
    public string Title { get; init; } = "FeedHub";

    /// <summary>Description of the merged feed.</summary>
    public string Description { get; init; } = "";

    /// <summary>Sources in file order.</summary>
    public IReadOnlyList<SourceEntry> Sources { get; init; } = [];

    /// <summary>Rules in file order.</summary>
    public IReadOnlyList<CategoryRule> Categories { get; init; } = [];

    /// <summary>Drop rules in file order.</summary>
    public IReadOnlyList<DropRule> Drop { get; init; } = [];

    /// <summary>The sources that rules of either list name by their ids.</summary>
    public IReadOnlyList<RuleSource> RuleSources { get; init; } = [];

    /// <summary>Feeds of one's own in file order.</summary>
    public IReadOnlyList<OwnFeed> Feeds { get; init; } = [];

    /// <summary>Hash of what <c>feeds</c> says; null: the file has no such part.</summary>
    public string? FeedsHash { get; init; }
}

/// <summary>One entry of <c>sources</c>.</summary>
public sealed record SourceEntry
{
    /// <summary>Absolute http or https address.</summary>
    public required string Url { get; init; }

    /// <summary>What it says besides.</summary>
    public DeclaredSource Declared { get; init; } = new();

    /// <summary>Line of the entry in the file, from 1; for messages.</summary>
    public int Line { get; init; }

    /// <summary>Hash of what the entry says, the same for every order and spacing of its properties.</summary>
    public required string Hash { get; init; }
}

/// <summary>A source that a rule names by its id: which ids there are only the database knows.</summary>
/// <param name="Rule">The rule in words, such as <c>the rule of "korea"</c>.</param>
/// <param name="Id">As written.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
public sealed record RuleSource(Words Rule, string Id, int Line, int Column);

/// <summary>One thing that is wrong in the file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
/// <param name="Words">What is wrong and what to write instead.</param>
public sealed record FeedsFileError(int Line, int Column, Words Words)
{
    /// <summary>The same in the language in which the request is answered.</summary>
    public string Message => Words.ToString();
}

/// <summary>The file, or what is wrong with it.</summary>
/// <param name="File">Null if there is any error.</param>
/// <param name="Errors">In file order.</param>
public sealed record FeedsFileResult(FeedsFile? File, IReadOnlyList<FeedsFileError> Errors);
