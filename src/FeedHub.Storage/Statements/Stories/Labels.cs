using System.Data.Common;
using FeedHub.Model.Stories;
using FeedHub.Storage.Tables;
using FeedHub.Storage.Writing;
using FeedHub.Syndication.Reading;

namespace FeedHub.Storage.Statements.Stories;

/// <summary>Writes down what a person decided over two items, with both as they were read: for measuring and fitting matching.</summary>
internal sealed class Labels(WriteSession session)
{
    private const int MaxSummary = 500;

    /// <summary>Writes the pair.</summary>
    public void Write(long first, long second, bool isSame, string by, DateTimeOffset now) => session.Execute(
        "INSERT INTO Labels (At, \"By\", IsSame, First, Second) VALUES (?1, ?2, ?3, ?4, ?5)",
        now, by, isSame, StoredJson.Write(Read(first)), StoredJson.Write(Read(second)));

    private LabelledItem Read(long id) => session.Query(
        "SELECT i.Guid, s.Slug, i.Url, i.Title, i.ContentHtml, i.SummaryHtml, i.Language, i.FirstSeenAt FROM Items i JOIN Sources s ON "
            + "s.Id = i.SourceId WHERE i.Id = ?1",
        Map, id).Single();

    private static LabelledItem Map(DbDataReader row)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        var read = new ParsedItem { Title = Text(3), ContentHtml = Text(4), SummaryHtml = Text(5) };
        var text = ItemText.TextOf(read, TimeZoneInfo.Utc, DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)));
        return new(Text(0), row.GetString(1), Text(2), Text(3), text.Length == 0 ? null : HtmlText.Shorten(text, MaxSummary), Text(6));
    }
}
