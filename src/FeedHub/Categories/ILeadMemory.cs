using FeedHub.Storage.Writing;

namespace FeedHub.Categories;

/// <summary>What is kept in memory of the items that lead stories.</summary>
public interface ILeadMemory
{
    /// <summary>The story may have another lead: what the database says of it holds. Inside the writer's transaction.</summary>
    void Refresh(WriteSession session, long storyId);
}
