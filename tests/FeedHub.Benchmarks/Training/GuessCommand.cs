using System.Text.Encodings.Web;
using System.Text.Json;
using FeedHub.Syndication.Reading;
using FeedHub.Syndication.Tagging;

namespace FeedHub.Benchmarks.Training;

/// <summary>
/// What the shipped model takes the items of a folder's feeds to be about, threshold or not: how often the first guess is right is
/// measured with it.
/// </summary>
internal static class GuessCommand
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints one line an item: <c>id</c>, <c>language</c> (null where neither told nor seen), <c>categories</c>, the three best
    /// first, each with <c>slug</c> and <c>confidence</c>. A file that is not a feed is named on the error output.</summary>
    public static int Run(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"'{folder}' is not a folder");
            return 2;
        }

        using var output = new StreamWriter(Console.OpenStandardOutput());
        var wrong = Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Count(path => !Print(path, output));
        return wrong == 0 ? 0 : 1;
    }

    private static bool Print(string path, TextWriter output)
    {
        try
        {
            var now = TimeProvider.System.GetUtcNow();
            var feed = FeedDocument.Read(
                File.ReadAllBytes(path),
                new ReadOptions { BaseUrl = new Uri("https://document.invalid/"), Now = now });
            foreach (var item in feed.Items)
                output.WriteLine(JsonSerializer.Serialize(Guess(item, feed.Language, now), Json));
            return true;
        }
        catch (FeedReadException e)
        {
            Console.Error.WriteLine($"{path}: {e.Message}");
            return false;
        }
    }

    private static object Guess(ParsedItem item, string? language, DateTimeOffset now)
    {
        var text = ItemText.Of(item, TimeZoneInfo.Utc, now);
        var declared = item.Language ?? language;
        return new
        {
            id = item.Id,
            language = declared ?? text.Language,
            categories = CategoryModel.Shipped.Value.Classify(item.Title, text.Text, declared)
                .Select(guess => new { slug = guess.Slug, confidence = Math.Round(guess.Confidence, 4) }),
        };
    }
}
