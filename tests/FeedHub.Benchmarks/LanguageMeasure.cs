using System.Globalization;
using System.Text.Json;
using FeedHub.Syndication.Reading;

namespace FeedHub.Benchmarks;

/// <summary>How often a headline alone tells its language, over a file of labelled items (JSON lines with <c>title</c> and
/// <c>lang</c>).</summary>
internal static class LanguageMeasure
{
    private const int ShownMistakes = 20;

    public static int Run(string path)
    {
        var judged = File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement).Select(Judge).ToList();
        foreach (var language in judged.GroupBy(item => item.Language).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var right = language.Count(item => item.Guess == item.Language);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{language.Key}: {right} of {language.Count()} titles, {100.0 * right / language.Count():0.00} %"));
            foreach (var wrong in language.Where(item => item.Guess != item.Language).Take(ShownMistakes))
                Console.WriteLine($"  {wrong.Guess ?? "none"}: {wrong.Title}");
        }

        return 0;
    }

    private static (string Language, string? Guess, string Title) Judge(JsonElement item)
    {
        var title = item.GetProperty("title").GetString() ?? "";
        var text = ItemText.Of(new ParsedItem { Title = title }, TimeZoneInfo.Utc, DateTimeOffset.UnixEpoch);
        return (item.GetProperty("lang").GetString() ?? "", text.Language, title);
    }
}
