namespace FeedHub.Syndication.Reading;

/// <summary>An item's picture.</summary>
/// <param name="Url">Absolute http or https address.</param>
/// <param name="Width">Width in pixels as declared, or null.</param>
/// <param name="Height">Height in pixels as declared, or null.</param>
public sealed record Picture(string Url, int? Width = null, int? Height = null);
