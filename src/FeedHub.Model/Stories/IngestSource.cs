using FeedHub.Syndication.Tagging;

namespace FeedHub.Model.Stories;

/// <summary>A source as ingesting knows it.</summary>
/// <param name="Id">Key in the database.</param>
/// <param name="Tagged">What it brings to tagging.</param>
/// <param name="Language">Language of items that declare none, or null.</param>
/// <param name="TimeZone">Zone of dates that carry none.</param>
/// <param name="Site">Its site's page, else its own address: where its own items are.</param>
/// <param name="Known">What is known of the items that it listed last.</param>
public sealed record IngestSource(
    long Id, TaggedSource Tagged, string? Language, TimeZoneInfo TimeZone, string Site, KnownListing Known);
