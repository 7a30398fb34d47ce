namespace FeedHub.Syndication.Matching;

/// <summary>Which scripts have no spaces between words: Chinese, Japanese, Thai, Lao, Burmese, Khmer.</summary>
internal static class Scripts
{
    public static bool IsWrittenWithoutSpaces(int letter) => letter >= 0x0E00 && letter is
        <= 0x0EFF or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);
}
