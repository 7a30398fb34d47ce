using FeedHub.Model.Stories;
using FeedHub.Publishing;
using FeedHub.Sources;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Syndication.Matching;
using FeedHub.Syndication.Tagging;
using FeedHub.Syndication.Writing;

namespace FeedHub.Api;

/// <summary>A file attached to an item.</summary>
public sealed record ApiAttachment(string Url, string? MimeType, long? SizeInBytes);
