using FeedHub.Configuring;
using FeedHub.Dashboard.Audit;
using FeedHub.Model.Access;
using FeedHub.Model.Words;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Tests.Dashboard;

/// <summary>What stands before and after in the audit log, as a person says it.</summary>
public sealed class AuditValuesTests
{
    private static readonly AuditValues Values = new([new Setting("Polling:Bold", typeof(bool), "true", "false", null, "default")]);

    [Theory]
    [InlineData(AuditArea.Settings, "Polling:Bold", "False", "true", "no", "yes", "tidak", "ya")]
    [InlineData(AuditArea.Sources, "interval", null, "00:30:00", null, "30 min", null, "30 menit")]
    [InlineData(AuditArea.Sources, "identity", "Guid", "Link", "guid", "link", "guid", "link")]
    [InlineData(AuditArea.Sources, "title", "09:15", "\"Dawn", "09:15", "\"Dawn", "09:15", "\"Dawn")]
    [InlineData(AuditArea.Categories, "means", "sport", "nothing", "sport", "nothing", "sport", "tidak ada")]
    [InlineData(AuditArea.Settings, "title", "\"Old \\\"news\\\"\"", "\"New\"", "Old \"news\"", "New", "Old \"news\"", "New")]
    [InlineData(AuditArea.Feeds, "order", "top", "found", "what most sources report first", "by arrival",
        "yang paling banyak diberitakan dahulu", "menurut waktu tiba")]
    public void AValue_IsInWords(
        AuditArea area, string name, string? before, string? after, string? said, string? then, string? indonesian, string? indonesianThen)
    {
        var what = area == AuditArea.Settings ? "title or description changed" : "source changed";
        var entry = Entry(area, what, name, before, after);

        Assert.Equal((said, then), Values.Of(entry, name));
        Assert.Equal((indonesian, indonesianThen), Spoken.In(ReasonLanguage.Indonesian, () => Values.Of(entry, name)));
    }

    [Fact]
    public void OfRules_OnlyThoseAreSaidThatDiffer_AndAListThatWasCut_AsItIs()
    {
        const string Floods = "{\"Slug\":\"floods\",\"Any\":[\"banjir\",\"rob\"],\"Title\":null}";
        const string Quakes = "{\"Slug\":\"quakes\",\"Any\":[\"gempa\"]}";
        var entry = Entry(AuditArea.Categories, "rules changed", "categories", $"[{Floods}]", $"[{Floods},{Quakes}]");
        Assert.Equal((null, "quakes (any: gempa)"), Values.Of(entry, "categories"));

        entry = Entry(AuditArea.Categories, "rules changed", "categories", $"[{Floods}]", "[{\"Slug\":\"qua…");
        Assert.Equal("[{\"Slug\":\"qua…", Values.Of(entry, "categories").After);
    }

    private static AuditEntry Entry(AuditArea area, string what, string name, string? before, string? after) => new()
    {
        Who = "somebody",
        What = what,
        Area = area,
        Before = new Dictionary<string, string?> { [name] = before },
        After = new Dictionary<string, string?> { [name] = after },
    };
}
