using FeedHub.Discovering;
using FeedHub.Model.Sources;
using FeedHub.Model.Words;
using FeedHub.Syndication.Writing;
using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Sources;

/// <summary>How an edit ended.</summary>
public enum EditOutcome
{
    Done,
    NotFound,

    /// <summary>A value is not one that the property may have.</summary>
    Invalid,

    /// <summary>Another source has this address.</summary>
    Duplicate,

    /// <summary>Somebody changed the source since the person saw it.</summary>
    Stale,

    /// <summary>The address is a page's that names several feeds, or one that cannot be read.</summary>
    Page,
}

/// <summary>The result of an edit: the source, or what was wrong, in words.</summary>
public sealed record EditResult(EditOutcome Outcome, Source? Source, string? Error = null)
{
    /// <summary>The error for people who read it later, where somebody may.</summary>
    public Bilingual? InBoth { get; private init; }

    internal static EditResult NotFound => new(EditOutcome.NotFound, null, Say(
        "there is no source with this id",
        "tidak ada sumber dengan id ini"));

    internal static EditResult Stale(Source source) => new(
        EditOutcome.Stale, source, Say(
            "somebody changed this source meanwhile; look at it again before you change it",
            "seseorang mengubah sumber ini sementara itu; lihat lagi sebelum mengubahnya"));

    internal static EditResult OfPage(Findings page) => new(EditOutcome.Page, null, page switch
    {
        { Error: { } error } => Say(
            $"url: nothing was found at {ShownAddress.Of(page.Url)}: {error}",
            $"url: tidak ada yang ditemukan di {ShownAddress.Of(page.Url)}: {error}"),
        { Feeds: [{ NeedsYes: true, Error: null } only] } =>
            Say(
                $"url: {ShownAddress.Of(page.Url)} is not a feed; write the address of what was found instead: "
                    + $"{Named(only)}",
                $"url: {ShownAddress.Of(page.Url)} bukan feed; tulis alamat yang ditemukan: {Named(only)}"),
        _ => Say(
                $"url: {ShownAddress.Of(page.Url)} is a page with "
                    + $"{(page.Feeds.Count == 1 ? "one feed, which cannot be read" : "several feeds")}; write the address of one: ",
                $"url: {ShownAddress.Of(page.Url)} adalah halaman dengan "
                    + $"{(page.Feeds.Count == 1 ? "satu feed, yang tidak dapat dibaca" : "beberapa feed")}; tulis alamat salah satunya: ")
            + string.Join(", ", page.Feeds.Select(Named)),
    });

    private static string Named(FoundFeed feed) => ShownAddress.Of(feed.Url)
        + (feed.Kind == FoundKind.Feed ? "" : $" with \"kind\": \"{feed.Kind.ToString().ToLowerInvariant()}\"")
        + ((feed.Error ?? (feed.NeedsYes ? feed.Why : null)) is { } words ? $" ({words})" : "");

    internal static EditResult OfDuplicate(Source same) => new(EditOutcome.Duplicate, same, $"url: {WordsOfDuplicate(same)}");

    internal static string WordsOfDuplicate(Source same) => Say(
        $"'{same.DisplayTitle}' ({same.Slug}) has this address already",
        $"'{same.DisplayTitle}' ({same.Slug}) sudah memakai alamat ini");

    internal static EditResult Kept(EditOutcome outcome, Source? source, Func<string> words) =>
        new(outcome, source, words()) { InBoth = Bilingual.Of(words) };

    internal static EditResult Invalid(string error) => new(EditOutcome.Invalid, null, error);
}
