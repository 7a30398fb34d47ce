namespace FeedHub.Syndication.Tests.Reading.Sitemaps;

/// <summary>Times that end in Z and mean the publisher's own clock.</summary>
public sealed class LocalClockTests
{
    private static string Dated(string published, string modified = "") => Maps.Set(
        $"<url><loc>https://harian.example/a</loc>{(modified.Length > 0 ? $"<lastmod>{modified}</lastmod>" : "")}<news:news><news:publication>"
        + "<news:language>id</news:language></news:publication>"
        + $"<news:publication_date>{published}</news:publication_date></news:news></url>");

    private static DateTimeOffset Published(string text, string? zone = null) => Assert.Single(Maps.Read(
        text,
        Maps.Options with { TimeZone = zone is null ? null : TimeZoneInfo.FindSystemTimeZoneById(zone) }).Entries).Published!.Value.Instant;

    [Fact]
    public void AZ_MeansUtc_WhereNothingSpeaksAgainstIt() =>
        Assert.Equal(Maps.Now.AddHours(-2), Published(Dated("2026-11-29T08:00:00Z")));

    [Fact]
    public void AZ_IsTheOtherTimesClock_WhereBothShowTheSame() =>
        Assert.Equal(new(2026, 11, 20, 1, 15, 0, TimeSpan.Zero), Published(Dated("2026-11-20T08:15:00Z", "2026-11-20T08:15:00+07:00")));

    [Fact]
    public void AnOtherTimeByChanceHoursLater_IsAChange() =>
        Assert.Equal(new(2026, 11, 20, 8, 15, 0, TimeSpan.Zero), Published(Dated("2026-11-20T08:15:00Z", "2026-11-20T18:22:41+07:00")));

    [Fact]
    public void ATimeThatHasNotCome_IsThePublishersClock_ByItsZoneOrItsLanguage()
    {
        Assert.Equal(Maps.Now.AddMinutes(-20), Published(Dated("2026-11-29T16:40:00Z")));
        Assert.Equal(Maps.Now.AddMinutes(-20), Published(Dated("2026-11-29T18:40:00Z"), "Asia/Jayapura"));
    }

    [Fact]
    public void ATimeThatNoZoneExplains_StaysAsItIs() =>
        Assert.Equal(Maps.Now.AddDays(2), Published(Dated("2026-12-01T10:00:00Z")));

    [Fact]
    public void ADay_StaysTheDay_InEveryZone() =>
        Assert.Equal(new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero), Published(Dated("2026-11-29"), "Asia/Jakarta"));

    [Fact]
    public void ATimeWithoutZone_IsThePublishers() =>
        Assert.Equal(new(2026, 11, 29, 1, 0, 0, TimeSpan.Zero), Published(Dated("2026-11-29 08:00:00"), "Asia/Jakarta"));

    [Fact]
    public void AnArchive_MayReachBackBeforeTheWeb() =>
        Assert.Equal(1871, Published(Dated("1871-03-01")).Year);
}
