using FeedHub.Syndication.Identity;

namespace FeedHub.Model.Sources;

/// <summary>A source that was deleted a short time ago: what was said of it, so that it can be brought back.</summary>
public sealed class DeletedSource
{
    /// <summary>How long it is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public long Id { get; set; }

    /// <summary>The public id that it had.</summary>
    public required string Slug { get; set; }

    /// <summary>Where it was polled.</summary>
    public required string Url { get; set; }

    /// <summary>Spelling-independent form of <see cref="Url"/>; unique.</summary>
    public required string UrlKey { get; set; }

    /// <summary>The title that was shown.</summary>
    public required string Title { get; set; }

    /// <summary>When it was deleted.</summary>
    public DateTimeOffset DeletedAt { get; set; }

    /// <summary>What was declared of it, headers too.</summary>
    public required DeclaredSource Declared { get; set; }

    /// <summary>How its items were recognised, as an admin chose; null: as FeedHub found.</summary>
    public IdentityPolicy? Identity { get; set; }
}
