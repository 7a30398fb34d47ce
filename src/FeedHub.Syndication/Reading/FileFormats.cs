namespace FeedHub.Syndication.Reading;

/// <summary>Files that are not texts, by the marks that they begin with; read as a text.</summary>
internal static class FileFormats
{
    // Marks stand at the beginning or a few characters after it.
    private const int Beginning = 16;

    private static readonly (string Mark, string Name)[] Marks =
    [
        ("%PDF-", "PDF"), ("PNG\r\n", "PNG"), ("GIF8", "GIF"), ("JFIF", "JPEG"), ("Exif", "JPEG"), ("WEBPVP", "WebP"),
        ("PK\u0003\u0004", "ZIP"),
        ("7zXZ", "XZ"), ("7z\u00BC", "7z"), ("Rar!", "RAR"), ("BZh", "bzip2"), ("\u00B5/\u00FD", "Zstandard"),
        ("ftyp", "MP4"), ("ID3", "MP3"),
        ("OggS", "Ogg"), ("SQLite format", "SQLite"), ("wOF", "WOFF"),
    ];

    /// <summary>The format's name, or null for a text, and for what is not known.</summary>
    public static string? Find(string text)
    {
        var beginning = text.Length > Beginning ? text[..Beginning] : text;
        return beginning.StartsWith("%PDF-", StringComparison.Ordinal) || !IsText(text)
            ? Array.Find(Marks, mark => beginning.Contains(mark.Mark, StringComparison.Ordinal)).Name
            : null;
    }

    /// <summary>Whether it has no character that texts do not have.</summary>
    public static bool IsText(string text) => !text.AsSpan().ContainsAnyInRange('\0', '\b');
}
