using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Statements.Items;

/// <summary>Knows items of a source again that were erased, or hidden before their rows went, inside the writer's transaction.</summary>
internal sealed class LastingItems(WriteSession session, long sourceId)
{
    private const string Find = "SELECT count(*) FROM ErasedKeys WHERE Hash IN (SELECT value FROM json_each(?1))";

    private readonly Lazy<bool> _anyErased = new(() => session.Scalar<long>("SELECT EXISTS (SELECT 1 FROM ErasedKeys)") == 1);
    private readonly Lazy<bool> _anyHidden = new(() => RememberedStories.AreAnyHidden(session));
    private readonly Lazy<bool> _anyLeft = new(() => LeftEntries.AreAny(session));
    private readonly Lazy<IReadOnlyList<string>> _keys = new(() => session.Query(
        "SELECT UrlKey, FormerUrl FROM Sources WHERE Id = ?1",
        row => LastingIdentity.SourceKeys(row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1)), sourceId).Single());

    /// <summary>Whether the item is one that was erased, by a key, its id, its address or its text.</summary>
    public bool IsErased(ReadyItem item) => _anyErased.Value && session.Scalar<long>(Find, Hashes(item)) > 0;

    /// <summary>The remembered story that it was hidden with; null: none.</summary>
    public long? HiddenWith(ReadyItem item) => _anyHidden.Value ? RememberedStories.FindHidden(session, Hashes(item)) : null;

    /// <summary>The entry that it had before its source was deleted and brought back; null: none. It is told once.</summary>
    public FormerEntry? EntryOf(ReadyItem item, DateTimeOffset now) => _anyLeft.Value
        ? LeftEntries.Take(
            session,
            StoredJson.Write(_keys.Value.SelectMany(key => item.Identified.Keys.Select(k => LastingIdentity.OfKey(key, k.Hash)))),
            now)
        : null;

    private string Hashes(ReadyItem item) => StoredJson.Write(LastingIdentity.Of(item, _keys.Value));
}
