using System.Globalization;

namespace FeedHub.Model.Words;

/// <summary>Names of languages.</summary>
public static class LanguageNames
{
    /// <summary>The English name of a language, such as <c>Indonesian</c>; the tag where it has none.</summary>
    /// <param name="tag">BCP 47.</param>
    public static string EnglishOf(string tag) => Find(tag)?.EnglishName is { Length: > 0 } name ? name : tag;

    /// <summary>Its code of two letters, or of three where it has none of two (ISO 639); the tag where it is not known.</summary>
    /// <param name="tag">BCP 47.</param>
    public static string CodeOf(string tag) => Find(tag)?.TwoLetterISOLanguageName ?? tag;

    private static CultureInfo? Find(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
