using FeedHub.Syndication.Identity;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Model.Stories;

/// <summary>A document ready to be stored.</summary>
public sealed record ReadyDocument(IReadOnlyList<ReadyItem> Items, IdentityPolicy Identity, Reason? IdentityNote);
