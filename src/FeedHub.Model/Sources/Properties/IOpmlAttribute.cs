namespace FeedHub.Model.Sources.Properties;

/// <summary>A property that can be one attribute of an outline.</summary>
public interface IOpmlAttribute
{
    /// <summary>Its name; that of the attribute too, in FeedHub's own namespace.</summary>
    string Name { get; }

    /// <summary>The attribute's text; null: there is nothing to say.</summary>
    string? AttributeOf(DeclaredSource source);

    /// <summary>Stores what an attribute says, if it can be used; what is declared before it in
    /// <see cref="SourceProperties.All"/> is stored already.</summary>
    /// <returns>What is wrong with it, in words; null if nothing is.</returns>
    string? ReadAttribute(string text, DeclaredSource into);
}
