using FeedHub.Sources;
using FeedHub.Storage.Tables;

namespace FeedHub.Dashboard.Settings;

/// <summary>Title and description of the merged feed as typed on the dashboard.</summary>
/// <param name="Title">Typed.</param>
/// <param name="Description">Typed; empty: none.</param>
public sealed record FeedTitleForm(string Title, string Description)
{
    /// <summary>What is wrong, in the words that feeds.json would be met with, by the field.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; private init; } = new Dictionary<string, string>();

    /// <summary>As they are now.</summary>
    public static FeedTitleForm Of(FeedTitles titles) => new(titles.Title, titles.Description);

    /// <summary>Reads the form by the reader of feeds.json.</summary>
    public static FeedTitleForm Read(IFormCollection form)
    {
        var (title, description) = (form["title"].ToString().Trim(), form["description"].ToString().Trim());

        // A property on a line: the line of an error tells the field.
        var file = FeedsFileReader.Parse($"{{ \"sources\": [],\n\"title\": {StoredJson.Write(title)}"
            + (description.Length > 0 ? $",\n\"description\": {StoredJson.Write(description)} }}" : "}"));
        return new(title, description)
        {
            Errors = file.Errors.GroupBy(error => error.Line == 2 ? "title" : "description", error => error.Message)
                .ToDictionary(field => field.Key, field => string.Join("; ", field)),
        };
    }
}
