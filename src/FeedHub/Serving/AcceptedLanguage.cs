namespace FeedHub.Serving;

/// <summary>Which of our two languages a request asks for by Accept-Language.</summary>
internal static class AcceptedLanguage
{
    /// <summary>Whether it is Indonesian, or Malay as its nearest; English otherwise.</summary>
    public static bool IsIndonesian(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(language => language is "en" or "id" or "ms") is "id" or "ms";
}
