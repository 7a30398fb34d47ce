using FeedHub.Syndication.Reading;

namespace FeedHub.Publishing.Pages;

/// <summary>The words about a story's files.</summary>
public sealed partial class PageText
{
    public string Files => Say("With this story", "Lampiran berita ini");

    /// <summary>A file's type, size and length, as far as they are known, such as <c>audio/mpeg · 12.3 MB · 1:02:03</c>.</summary>
    /// <param name="file">The file.</param>
    public string About(Enclosure file) => string.Join(" · ", new[]
    {
        file.Type?.EndsWith("/*", StringComparison.Ordinal) == true ? null : file.Type, Size(file.Length), Playing(file.Seconds),
    }.OfType<string>());

    private string? Size(long? bytes) => bytes switch
    {
        null => null,
        < 1_000 => string.Create(Culture, $"{bytes} B"),
        < 1_000_000 => string.Create(Culture, $"{bytes / 1e3:0.#} kB"),
        < 1_000_000_000 => string.Create(Culture, $"{bytes / 1e6:0.#} MB"),
        _ => string.Create(Culture, $"{bytes / 1e9:0.#} GB"),
    };

    // A length is bounded where it is read.
    private static string? Playing(double? seconds) => seconds is { } known && (long)Math.Round(known) is var whole
        ? whole < 3_600 ? $"{whole / 60}:{whole % 60:00}" : $"{whole / 3_600}:{whole / 60 % 60:00}:{whole % 60:00}"
        : null;
}
