namespace FeedHub.Model.Sources.Properties;

/// <summary>
/// One thing that a person or feeds.json declares of a source besides its address. All that reads, shows, writes or records declared
/// properties goes through <see cref="SourceProperties.All"/>: it knows the kinds of properties, and none by name.
/// </summary>
/// <param name="name">As feeds.json and the API spell it.</param>
public abstract class SourceProperty(string name)
{
    private static readonly DeclaredSource Nothing = new();

    /// <summary>As feeds.json and the API spell it.</summary>
    public string Name { get; } = name;

    /// <summary>What it means, as feeds.schema.json and the description of the API say it.</summary>
    public required string Meaning { get; init; }

    /// <summary>Label of its field on the dashboard, in both languages; null: it has none.</summary>
    public (string English, string Indonesian)? Label { get; init; }

    /// <summary>What an empty field means, or an example.</summary>
    public (string English, string Indonesian)? Placeholder { get; init; }

    /// <summary>More about its field.</summary>
    public (string English, string Indonesian)? Hint { get; init; }

    /// <summary>Its name in the audit log.</summary>
    public string AuditName { get; init; } = name;

    /// <summary>How subscription lists carry it, out and in.</summary>
    public OpmlCarriage Opml { get; init; }

    /// <summary>Declares it of a source, where that means more than storing it.</summary>
    public Action<DeclaredSource, Source, DateTimeOffset>? Declaring { get; init; }

    /// <summary>A source with the default of this property, where that depends on another property.</summary>
    public Func<DeclaredSource, DeclaredSource> Usual { get; init; } = _ => Nothing;

    /// <summary>True if it has the value that a source has of which nothing is declared.</summary>
    public bool IsUsual(DeclaredSource source) => AreSame(source, Usual(source));

    /// <summary>True if both have the same value.</summary>
    public abstract bool AreSame(DeclaredSource one, DeclaredSource other);

    /// <summary>The value as people see it, without secrets; null: none.</summary>
    public abstract string? TextOf(DeclaredSource source);

    /// <summary>Declares its value of a source.</summary>
    /// <param name="declared">Where the value is.</param>
    /// <param name="source">The source.</param>
    /// <param name="now">When.</param>
    public void Declare(DeclaredSource declared, Source source, DateTimeOffset now)
    {
        if (Declaring is { } more)
            more(declared, source, now);
        else
            Copy(declared, source.Declared);
    }

    /// <summary>Gives the value of one to another.</summary>
    public abstract void Copy(DeclaredSource from, DeclaredSource to);
}
