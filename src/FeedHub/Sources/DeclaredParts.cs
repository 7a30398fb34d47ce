using System.Security.Cryptography;
using System.Text;
using FeedHub.Categories;
using FeedHub.Model.Access;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Audit;
using FeedHub.Storage.Statements.Sources;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Sources;

/// <summary>
/// Title, description and rules. feeds.json declares each, and each is applied whole when that part of the file changes; until then what
/// an admin changed stands.
/// </summary>
public sealed class DeclaredParts(
    ReadSessions database, LoneEdits edits, Taggers taggers, FeedTitles titles, Retagging retagging, StoryChanges changes, AuditLog audit)
{
    private const string Title = "title";
    private const string Description = "description";
    private const string Categories = "categories";
    private const string Drop = "drop";

    private readonly SemaphoreSlim _changing = new(1);

    /// <summary>Takes from the file what it says another thing of than when it was last applied, and puts all parts in force.</summary>
    public Task ApplyAsync(FeedsFile file, CancellationToken cancellation) => ChangeAsync(
        parts =>
        {
            foreach (var (name, json) in PartsOf(file))
                Declare(parts, name, json);
        },
        cancellation);

    /// <summary>Puts in force what stands in the database, where another node may have changed it.</summary>
    public async Task RecallAsync(CancellationToken cancellation)
    {
        await _changing.WaitAsync(cancellation);
        try
        {
            var parts = DeclaredRows.Parts(database);

            // Before an owner has applied its file for the first time there is nothing.
            if (((string[])[Title, Description, Categories, Drop]).All(parts.ContainsKey))
                Use(parts);
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Puts an admin's rules in force, and keeps them until the file says something else.</summary>
    /// <param name="categories">Rules of categories; null: as they are.</param>
    /// <param name="drop">Drop rules; null: as they are.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task ChangeRulesAsync(
        IReadOnlyList<CategoryRule>? categories, IReadOnlyList<DropRule>? drop, CancellationToken cancellation)
    {
        await EditAsync(
            [(Categories, categories is null ? null : StoredJson.Write(categories)), (Drop, drop is null ? null : StoredJson.Write(drop))],
            AuditArea.Categories,
            "rules changed",
            cancellation);
        retagging.Check(Reason.Of(ReasonCode.AdminChangedRules));
    }

    /// <summary>Gives the merged feed this title and description, until the file says something else.</summary>
    public Task ChangeTitlesAsync(string title, string description, CancellationToken cancellation) => EditAsync(
        [(Title, StoredJson.Write(title)), (Description, StoredJson.Write(description))],
        AuditArea.Settings,
        "title or description changed",
        cancellation);

    private static IEnumerable<(string Name, string Json)> PartsOf(FeedsFile file) =>
    [
        (Title, StoredJson.Write(file.Title)), (Description, StoredJson.Write(file.Description)),
        (Categories, StoredJson.Write(file.Categories)), (Drop, StoredJson.Write(file.Drop)),
    ];

    private static void Declare(Dictionary<string, DeclaredPart> parts, string name, string json)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..32];
        if (!parts.TryGetValue(name, out var part))
            parts[name] = new() { Name = name, Json = json, FileHash = hash };
        else if (part.FileHash != hash)
            (part.Json, part.FileHash) = (json, hash);
    }

    private async Task EditAsync((string Name, string? Json)[] edits, AuditArea area, string what, CancellationToken cancellation)
    {
        var (before, after) = (new Dictionary<string, string?>(), new Dictionary<string, string?>());
        await ChangeAsync(
            parts =>
            {
                foreach (var (name, json) in edits.Where(edit => edit.Json is not null && edit.Json != parts[edit.Name].Json))
                    (before[name], after[name], parts[name].Json) = (parts[name].Json, json, json!);
            },
            cancellation);
        if (after.Count > 0)
            await audit.AddAsync(area, what, string.Join(", ", after.Keys), CancellationToken.None, before, after);
        else
            Actor.Current.ChangesNothing();
    }

    private async Task ChangeAsync(Action<Dictionary<string, DeclaredPart>> change, CancellationToken cancellation)
    {
        await _changing.WaitAsync(cancellation);
        try
        {
            var (before, parts) = (DeclaredRows.Parts(database), DeclaredRows.Parts(database));
            change(parts);
            Store([.. parts.Values.Where(part => !IsSame(part, before.GetValueOrDefault(part.Name)))]);
            Use(parts);
        }
        finally
        {
            _changing.Release();
        }

        changes.Raise();
    }

    private void Store(IReadOnlyList<DeclaredPart> changed)
    {
        if (changed.Count > 0)
            edits.Run(session => changed.Sum(part => DeclaredRows.Put(session, part)));
    }

    private static bool IsSame(DeclaredPart part, DeclaredPart? before) =>
        (part.Json, part.FileHash) == (before?.Json, before?.FileHash);

    private void Use(Dictionary<string, DeclaredPart> parts)
    {
        T Of<T>(string name) => StoredJson.Read<T>(parts[name].Json);
        titles.Use(Of<string>(Title), Of<string>(Description));
        var (rules, drops) = (Of<List<CategoryRule>>(Categories), Of<List<DropRule>>(Drop));
        if (StoredJson.Write(rules) != StoredJson.Write(taggers.Rules) || StoredJson.Write(drops) != StoredJson.Write(taggers.Drops.Rules))
            taggers.Use(rules, drops);
    }
}
