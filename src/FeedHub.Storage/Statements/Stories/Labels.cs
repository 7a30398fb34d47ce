using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>What a person decided over two items, with both as they were read: for measuring and fitting matching.</summary>
internal sealed class Labels(WriteSession session)
{
    /// <summary>Writes the pair.</summary>
    public void Write(long first, long second, bool isSame, string by, DateTimeOffset now) => session.Execute(
        "INSERT INTO Labels (At, \"By\", IsSame, First, Second) VALUES (?1, ?2, ?3, ?4, ?5)",
        now, by, isSame, StoredJson.Write(Read(first)), StoredJson.Write(Read(second)));

    /// <summary>Deletes the last pair that was judged so with this item as its first: the judgement was taken back.</summary>
    public void TakeBack(long first, bool isSame)
    {
        if (session.Query($"{LabelledItems.Select} WHERE i.Id = ?1", LabelledItems.Of, first) is [var item])
            session.Execute(
                "DELETE FROM Labels WHERE Id = (SELECT max(Id) FROM Labels WHERE IsSame = ?1 AND First = ?2)", isSame,
                StoredJson.Write(item));
    }

    /// <summary>Deletes every pair with an item of an erased article.</summary>
    public void Erase(Func<LabelledItem, bool> isErased)
    {
        var pairs = session.Query(
            "SELECT Id, First, Second FROM Labels",
            row => (Id: row.GetInt64(0), Has: Is(row.GetString(1)) || Is(row.GetString(2))));
        session.Execute(
            "DELETE FROM Labels WHERE Id IN (SELECT value FROM json_each(?1))",
            StoredJson.Write(pairs.Where(pair => pair.Has).Select(pair => pair.Id)));

        bool Is(string item) => isErased(StoredJson.Read<LabelledItem>(item));
    }

    private LabelledItem Read(long id) => session.Query($"{LabelledItems.Select} WHERE i.Id = ?1", LabelledItems.Of, id).Single();
}
