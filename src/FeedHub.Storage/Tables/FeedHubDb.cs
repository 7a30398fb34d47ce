using System.Text.Json;
using System.Text.Json.Serialization;
using FeedHub.Model.Access;
using FeedHub.Model.Articles;
using FeedHub.Model.Categories;
using FeedHub.Model.Coverage;
using FeedHub.Model.Health;
using FeedHub.Model.Hub;
using FeedHub.Model.OwnFeeds;
using FeedHub.Model.Polling;
using FeedHub.Model.Sources;
using FeedHub.Model.Stories;
using FeedHub.Model.Words;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reasons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FeedHub.Storage.Tables;

/// <summary>The database: read by queries, edited by people. Polls write through <see cref="DatabaseWriter"/>.</summary>
public class FeedHubDb : DbContext
{
    /// <summary>On the engine that the options name.</summary>
    public FeedHubDb(DbContextOptions<FeedHubDb> options)
        : base(options)
    {
    }

    /// <summary>On an engine that has more to say about its tables.</summary>
    protected FeedHubDb(DbContextOptions options)
        : base(options)
    {
    }


    public DbSet<Source> Sources => Set<Source>();

    public DbSet<DeletedSource> DeletedSources => Set<DeletedSource>();

    public DbSet<DeclaredEntry> Declarations => Set<DeclaredEntry>();

    public DbSet<DeclaredPart> DeclaredParts => Set<DeclaredPart>();

    public DbSet<OwnFeed> OwnFeeds => Set<OwnFeed>();

    public DbSet<Readership> Readership => Set<Readership>();

    public DbSet<SourceImport> Imports => Set<SourceImport>();

    public DbSet<ImportLine> ImportLines => Set<ImportLine>();

    public DbSet<Item> Items => Set<Item>();

    public DbSet<StoredItemKey> ItemKeys => Set<StoredItemKey>();

    public DbSet<Story> Stories => Set<Story>();

    public DbSet<StoryKey> StoryKeys => Set<StoryKey>();

    public DbSet<StoryCategory> StoryCategories => Set<StoryCategory>();

    public DbSet<StorySource> StorySources => Set<StorySource>();

    public DbSet<Listing> Listings => Set<Listing>();

    public DbSet<StoredFingerprint> Fingerprints => Set<StoredFingerprint>();

    public DbSet<JoinedStory> JoinedStories => Set<JoinedStory>();

    public DbSet<StoryApart> StoriesApart => Set<StoryApart>();

    public DbSet<ErasedStory> ErasedStories => Set<ErasedStory>();

    public DbSet<ErasedKey> ErasedKeys => Set<ErasedKey>();

    public DbSet<RememberedStory> RememberedStories => Set<RememberedStory>();

    public DbSet<LeftEntry> LeftEntries => Set<LeftEntry>();

    public DbSet<RememberedKey> RememberedKeys => Set<RememberedKey>();

    public DbSet<Label> Labels => Set<Label>();

    public DbSet<Doubt> Doubts => Set<Doubt>();

    public DbSet<NewsEvent> Events => Set<NewsEvent>();

    public DbSet<Poll> Polls => Set<Poll>();

    public DbSet<PolledHost> Hosts => Set<PolledHost>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<Counter> Counters => Set<Counter>();

    public DbSet<HourCount> HourCounts => Set<HourCount>();

    public DbSet<CategoryLabel> CategoryLabels => Set<CategoryLabel>();

    public DbSet<PublisherAlias> PublisherAliases => Set<PublisherAlias>();

    public DbSet<StoredHabit> Habits => Set<StoredHabit>();

    public DbSet<Retag> Retags => Set<Retag>();

    public DbSet<ModelVersion> ModelVersions => Set<ModelVersion>();

    public DbSet<QueuedPage> QueuedPages => Set<QueuedPage>();

    public DbSet<ArticleFigures> ArticleFigures => Set<ArticleFigures>();

    public DbSet<KeptRobots> KeptRobots => Set<KeptRobots>();

    public DbSet<HubSubscriber> HubSubscribers => Set<HubSubscriber>();

    public DbSet<HubRequest> HubRequests => Set<HubRequest>();

    public DbSet<HealthEvent> HealthEvents => Set<HealthEvent>();

    public DbSet<AlertReceiver> AlertReceivers => Set<AlertReceiver>();

    public DbSet<StoredPassword> StoredPasswords => Set<StoredPassword>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<AdminSession> AdminSessions => Set<AdminSession>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        // SQLite can neither order nor compare a DateTimeOffset stored as text.
        conventions.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        conventions.Properties<TimeSpan>().HaveConversion<Milliseconds>();
        conventions.Properties<Reason>().HaveConversion<ReasonColumn>();
        conventions.Properties<Bilingual>().HaveConversion<BilingualColumn>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder model)
    {
        SourceTables.Configure(model);
        ConfigureItems(model);
        ConfigureStories(model);
        ConfigureDecisions(model);
        model.Entity<Poll>(poll =>
        {
            poll.HasIndex(p => new { p.SourceId, p.At });
            poll.HasIndex(p => p.At);
            poll.Property(p => p.Outcome).HasConversion<string>();
            poll.HasOne<Source>().WithMany().HasForeignKey(p => p.SourceId);
        });
        model.Entity<PolledHost>().HasKey(h => h.Name);
        model.Entity<Subscription>(subscription =>
        {
            subscription.HasIndex(s => s.Token).IsUnique();
            subscription.HasIndex(s => s.AskAt);
            subscription.Property(s => s.State).HasConversion<string>();
            subscription.HasOne(s => s.Source).WithOne(s => s.Subscription).HasForeignKey<Subscription>(s => s.SourceId)
                .OnDelete(DeleteBehavior.SetNull);
        });
        model.Entity<Counter>().HasKey(c => c.Name);
        model.Entity<HourCount>().HasKey(c => new { c.Hour, c.Name });
        CategoryTables.Configure(model);
        AccessTables.Configure(model);
        ImportTables.Configure(model);
        OwnFeedTables.Configure(model);
        CoverageTables.Configure(model);
        ArticleTables.Configure(model);
        ConfigureHub(model);
        model.Entity<HealthEvent>(happened =>
        {
            happened.HasIndex(e => e.At).IsUnique();
            happened.Property(e => e.Kind).HasConversion<string>();
        });
        model.Entity<AlertReceiver>().HasKey(r => r.Name);
    }

    private static void ConfigureItems(ModelBuilder model)
    {
        model.Entity<Item>(item =>
        {
            item.HasIndex(i => new { i.SourceId, i.SortAt, i.Id });
            item.HasIndex(i => new { i.SortAt, i.Id });
            item.HasIndex(i => i.StoryId);
            item.HasOne(i => i.Source).WithMany().HasForeignKey(i => i.SourceId).OnDelete(DeleteBehavior.NoAction);
            item.HasOne(i => i.Story).WithMany(s => s.Items).HasForeignKey(i => i.StoryId).OnDelete(DeleteBehavior.NoAction);
            AsJson(item.Property(i => i.Authors));
            AsJson(item.Property(i => i.PublisherCategories));
            AsJson(item.Property(i => i.Enclosures));
            AsJson(item.Property(i => i.Article!));
            AsJson(item.Property(i => i.Origin!));
            AsJson(item.Property(i => i.Tags));
            AsJson(item.Property(i => i.Signals));

            // The newest merges, among a million items of which few are any.
            item.HasIndex(i => i.Id).HasFilter("Score IS NOT NULL").HasDatabaseName("IX_Items_Merged");
            item.HasIndex(i => new { i.Dropped, i.SortAt }).HasFilter("Dropped IS NOT NULL");
        });
        model.Entity<Listing>(listing =>
        {
            listing.HasKey(l => l.SourceId);
            listing.Property(l => l.SourceId).ValueGeneratedNever();
            AsJson(listing.Property(l => l.Items));
        });
        model.Entity<StoredFingerprint>(fingerprint =>
        {
            fingerprint.HasKey(f => f.ItemId);
            fingerprint.Property(f => f.ItemId).ValueGeneratedNever();
        });
        model.Entity<StoredItemKey>(key =>
        {
            key.ToTable("ItemKeys");
            key.HasKey(k => new { k.SourceId, k.Hash });
        });
    }

    private static void ConfigureStories(ModelBuilder model)
    {
        model.Entity<Story>(story =>
        {
            story.HasIndex(s => s.EntryId).IsUnique();
            story.HasIndex(s => s.FirstSeenAt);
            story.HasIndex(s => new { s.SortAt, s.Id });
            story.HasIndex(s => new { s.Language, s.SortAt, s.Id });
            story.HasIndex(s => new { s.PublishedAt, s.Id });

            // Few of many: what an admin hid.
            story.HasIndex(s => s.HiddenAt).HasFilter("HiddenAt IS NOT NULL");
            story.HasIndex(s => s.IsDropped).HasFilter("IsDropped");
        });
        model.Entity<StoryKey>(key =>
        {
            key.HasKey(k => k.Hash);
            key.Property(k => k.Hash).ValueGeneratedNever();
            key.HasIndex(k => k.StoryId);
        });
        model.Entity<StoryCategory>(category =>
        {
            category.HasKey(c => new { c.Slug, c.SortAt, c.StoryId });
            category.HasIndex(c => c.StoryId);
        });
        model.Entity<StorySource>(source =>
        {
            source.HasKey(s => new { s.SourceId, s.SortAt, s.StoryId });
            source.HasIndex(s => new { s.StoryId, s.SourceId }).IsUnique();
        });
    }

    private static void ConfigureHub(ModelBuilder model)
    {
        model.Entity<HubSubscriber>(subscriber =>
        {
            subscriber.HasIndex(s => new { s.BaseUrl, s.Topic, s.Callback }).IsUnique();
            subscriber.HasIndex(s => s.DueAt);
        });
        model.Entity<HubRequest>(request =>
        {
            request.HasIndex(r => new { r.BaseUrl, r.Topic, r.Callback }).IsUnique();
            request.HasIndex(r => r.NextTryAt);
            request.Property(r => r.Mode).HasConversion<string>();
        });
    }

    private static void ConfigureDecisions(ModelBuilder model)
    {
        model.Entity<JoinedStory>(joined =>
        {
            joined.Property(j => j.Id).ValueGeneratedNever();
            joined.HasIndex(j => j.StoryId);
        });
        model.Entity<StoryApart>(apart =>
        {
            apart.HasKey(a => new { a.StoryId, a.FromId });
            apart.HasIndex(a => a.FromId);
        });
        model.Entity<ErasedStory>().Property(e => e.Id).ValueGeneratedNever();
        model.Entity<ErasedKey>(key =>
        {
            key.HasKey(k => k.Hash);
            key.Property(k => k.Hash).ValueGeneratedNever();
        });
        model.Entity<LeftEntry>(entry =>
        {
            entry.HasKey(e => e.Hash);
            entry.Property(e => e.Hash).ValueGeneratedNever();
        });
        model.Entity<RememberedStory>().Property(r => r.Id).ValueGeneratedNever();
        model.Entity<RememberedKey>(key =>
        {
            key.HasKey(k => new { k.Hash, k.StoryId });
            key.HasIndex(k => k.StoryId);
        });
        model.Entity<Label>(label =>
        {
            AsJson(label.Property(l => l.First));
            AsJson(label.Property(l => l.Second));
        });
        model.Entity<Doubt>(doubt =>
        {
            doubt.HasIndex(d => d.ItemId);
            doubt.HasIndex(d => d.StoryId);
            doubt.HasIndex(d => d.Distance);
            AsJson(doubt.Property(d => d.Signals));
        });
    }

    internal static void AsJson<T>(PropertyBuilder<T> property)
        where T : class =>
        property.HasConversion(new JsonText<T>(), ByText<T>());

    internal static void AsJson<T>(ComplexTypePropertyBuilder<T> property)
        where T : class =>
        property.HasConversion(new JsonText<T>(), ByText<T>());

    private static ValueComparer<T> ByText<T>()
        where T : class =>
        new((a, b) => StoredJson.Write(a) == StoredJson.Write(b), value => StoredJson.Write(value).GetHashCode(StringComparison.Ordinal));

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        value => value.ToUnixTimeMilliseconds(),
        value => DateTimeOffset.FromUnixTimeMilliseconds(value));

    private sealed class Milliseconds() : ValueConverter<TimeSpan, long>(
        value => (long)value.TotalMilliseconds,
        value => TimeSpan.FromMilliseconds(value));

    private sealed class ReasonColumn() : ValueConverter<Reason, string>(reason => reason.Stored, text => Reason.FromStored(text));

    private sealed class BilingualColumn() : ValueConverter<Bilingual, string>(
        words => StoredJson.WriteWords(words), text => StoredJson.ReadWords(text));

    private sealed class JsonText<T>() : ValueConverter<T, string>(
        value => StoredJson.Write(value),
        text => StoredJson.Read<T>(text));
}

/// <summary>Lists inside a row, as JSON text: the same for EF Core and for the writer.</summary>
public static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new StoredReason() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text to store.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>The value stored.</summary>
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;

    /// <summary>The text to store of words in both languages.</summary>
    public static string WriteWords(Bilingual words) => Write<string[]>([words.English, words.Indonesian]);

    /// <summary>The words stored. A version before this one stored a sentence of one language, which never begins like a list.</summary>
    public static Bilingual ReadWords(string text) =>
        text.StartsWith("[\"", StringComparison.Ordinal) && Read<string[]>(text) is [var english, var indonesian]
            ? new(english, indonesian)
            : Bilingual.As(text);

    private sealed class StoredReason : JsonConverter<Reason>
    {
        public override Reason Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Reason.FromStored(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Reason value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Stored);
    }
}
