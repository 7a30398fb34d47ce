using FeedHub.Categories;
using FeedHub.Model.Access;
using FeedHub.Model.Stories;
using FeedHub.Sources.OwnFeeds;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Sources;

/// <summary>Puts a valid feeds.json in force: titles and rules first, then the sources and the feeds of one's own.</summary>
public sealed class FeedsFileApplication(
    DeclaredParts parts, Declarations declarations, OwnFeedCatalogue feeds, Retagging retagging, StoryChanges changes)
{
    /// <summary>Applies the file; returns what that did to the sources.</summary>
    public async Task<Applied> ApplyAsync(FeedsFile file)
    {
        await parts.ApplyAsync(file, CancellationToken.None);
        var applied = await new Actor("feeds.json").ActAsync(() => DeclareAsync(file));
        retagging.Check(Reason.Of(ReasonCode.RulesChanged));
        changes.Raise();
        return applied;
    }

    private async Task<Applied> DeclareAsync(FeedsFile file)
    {
        var applied = await declarations.ApplyAsync(file, CancellationToken.None);
        await feeds.DeclareAsync(file, CancellationToken.None);
        return applied;
    }
}
