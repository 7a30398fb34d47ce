using FeedHub.Storage.Statements.Articles;
using FeedHub.Storage.Statements.Categories;
using FeedHub.Storage.Statements.Coverage;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Erases a story inside the writer's transaction: only hashes are left, by which its items are refused from then on.</summary>
internal sealed class StoryErasure(WriteSession session)
{
    private const string Gone = "(SELECT StoryId FROM Erased)";

    private const string DropCategoryLabels =
        $"DELETE FROM CategoryLabels WHERE Id IN (SELECT CategoryLabelId FROM Items WHERE StoryId IN {Gone} "
        + "AND CategoryLabelId IS NOT NULL)";

    private const string EmptyAudit = """
        UPDATE AuditEntries SET "Before" = '{}', "After" = '{}' WHERE Target IN (
          SELECT 'story ' || StoryId FROM Erased UNION ALL SELECT 'story ' || value FROM json_each(?1))
        """;

    /// <summary>Returns the numbers that lead nowhere any more: the story's and those of what was joined into it; none if there is no such
    /// story.</summary>
    public IReadOnlyList<long> Run(long storyId, DateTimeOffset now)
    {
        session.Execute("CREATE TEMP TABLE IF NOT EXISTS Erased (StoryId INTEGER PRIMARY KEY)");
        session.Execute("DELETE FROM Erased");
        session.Execute("INSERT INTO Erased SELECT Id FROM Stories WHERE Id = ?1", storyId);
        session.Execute($"INSERT INTO Erased SELECT Id FROM JoinedStories WHERE StoryId IN {Gone}");
        var gone = session.Query("SELECT StoryId FROM Erased", row => row.GetInt64(0));
        if (gone.Count > 0)
            Erase(gone, now);
        return gone;
    }

    private void Erase(IReadOnlyList<long> stories, DateTimeOffset now)
    {
        session.Execute(
            "INSERT INTO ErasedKeys SELECT value FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING",
            StoredJson.Write(new LastingHashes(session, Gone).ReadOwn().Select(hash => hash.Hash)));
        session.Execute(DropCategoryLabels);
        var article = Article();
        new Labels(session).Erase(article.Is);
        CorrectionStore.Erase(session, article.Says);
        PageQueue.Erase(session, Gone);
        var formers = StoredJson.Write(new RememberedStories(session).Forget(stories));
        session.Execute(EmptyAudit, formers);
        StoredEditions.Erase(session, stories, now);
        new PurgedStories(session, Gone).Purge();
        session.Execute(
            "INSERT INTO ErasedStories (Id, At) SELECT StoryId, ?1 FROM Erased WHERE true ON CONFLICT (Id) DO UPDATE SET At = excluded.At",
            now);
    }

    private ErasedArticle Article() => new(
        session.Query($"{LabelledItems.Select} WHERE i.StoryId IN {Gone}", LabelledItems.Of),
        session.Query($"SELECT Hash FROM StoryKeys WHERE StoryId IN {Gone}", row => row.GetInt64(0)));
}
