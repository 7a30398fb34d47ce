using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Items;

/// <summary>Knows items of a source again that were erased, or hidden before their rows went, inside the writer's transaction.</summary>
internal sealed class LastingItems(WriteSession session, long sourceId)
{
    private const string Find = "SELECT count(*) FROM ErasedKeys WHERE Hash IN (SELECT value FROM json_each(?1))";

    private const string FindAny =
        $"SELECT EXISTS (SELECT 1 FROM ErasedKeys), {RememberedStories.AnyHidden}, {LeftEntries.Any}";

    private readonly Lazy<IReadOnlyList<string>> _keys = new(() => session.Query(
        "SELECT UrlKey, FormerUrl FROM Sources WHERE Id = ?1",
        row => LastingIdentity.SourceKeys(row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1)), sourceId).Single());

    private Answer<(bool Erased, bool Hidden, bool Left)>? _any;

    private (bool Erased, bool Hidden, bool Left) Any
    {
        get
        {
            Ask();
            return _any!.Rows[0];
        }
    }

    /// <summary>Asks whether there is anything of these kinds, before that is needed.</summary>
    public void Ask() =>
        _any ??= session.Ask(FindAny, row => (row.GetBoolean(0), row.GetBoolean(1), row.GetBoolean(2)));

    /// <summary>Whether the item is one that was erased, by a key, its id, its address or its text.</summary>
    public bool IsErased(ReadyItem item) => Any.Erased && session.Scalar<long>(Find, Hashes(item)) > 0;

    /// <summary>The remembered story that it was hidden with; null: none.</summary>
    public long? HiddenWith(ReadyItem item) => Any.Hidden ? RememberedStories.FindHidden(session, Hashes(item)) : null;

    /// <summary>The entry that it had before its source was deleted and brought back; null: none. It is told once.</summary>
    public FormerEntry? EntryOf(ReadyItem item, DateTimeOffset now) => Any.Left
        ? LeftEntries.Take(
            session,
            StoredJson.Write(_keys.Value.SelectMany(key => item.Identified.Keys.Select(k => LastingIdentity.OfKey(key, k.Hash)))),
            now)
        : null;

    private string Hashes(ReadyItem item) => StoredJson.Write(LastingIdentity.Of(item, _keys.Value));
}
