using System.Data.Common;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>The languages of the stories.</summary>
internal static class StoryLanguages
{
    // From one value of the index to the next: a story a language, not every story.
    private const string Distinct = """
        WITH RECURSIVE l(Value) AS (SELECT min(Language) FROM Stories UNION ALL SELECT (SELECT min(Language) FROM Stories
          WHERE Language > l.Value) FROM l WHERE l.Value IS NOT NULL)
        SELECT Value FROM l WHERE Value IS NOT NULL
        """;

    /// <summary>Every language that a story has, each once.</summary>
    public static List<string> All(DbConnection db) => db.Query(Distinct, row => row.GetString(0));
}
