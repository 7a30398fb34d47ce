using System.Data.Common;
using FeedHub.Model.Stories;
using FeedHub.Syndication.Reading;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Reads items as labels keep them.</summary>
internal static class LabelledItems
{
    /// <summary>Characters of an item's text that are kept.</summary>
    public const int MaxSummary = 500;

    /// <summary>What <see cref="Of"/> reads, of items <c>i</c> and their sources <c>s</c>.</summary>
    public const string Select =
        "SELECT i.Guid, s.Slug, i.Url, i.Title, i.ContentHtml, i.SummaryHtml, i.Language, i.FirstSeenAt FROM Items i JOIN Sources s ON "
            + "s.Id = i.SourceId";

    /// <summary>The item of a row.</summary>
    public static LabelledItem Of(DbDataReader row)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        var read = new ParsedItem { Title = Text(3), ContentHtml = Text(4), SummaryHtml = Text(5) };
        var text = ItemText.TextOf(read, TimeZoneInfo.Utc, DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)));
        return new(Text(0), row.GetString(1), Text(2), Text(3), text.Length == 0 ? null : HtmlText.Shorten(text, MaxSummary), Text(6));
    }
}
