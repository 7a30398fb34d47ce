using FeedHub.Model.OwnFeeds;
using FeedHub.Sources.Filtering;

namespace FeedHub.Publishing.Pages;

/// <summary>The page for an address whose filter cannot be used.</summary>
internal static class BadFilter
{
    private const int MostShown = 60;

    /// <summary>Says what is wrong, and links to the same view without it.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="error">What is wrong first.</param>
    /// <param name="feed">The feed of one's own that was asked for, or null.</param>
    /// <param name="filters">Reads the rest.</param>
    /// <param name="pages">Makes the page.</param>
    public static async Task<IResult> AnswerAsync(
        HttpContext context, FilterError error, OwnFeed? feed, FilterRequest filters, PageAnswers pages)
    {
        var text = PageText.For(context.Request);
        var rest = await filters.RepairedAsync(context.Request.Query, feed, context.RequestAborted);
        var back = context.Request.Path + rest.Query;
        return await pages.MessageAsync(
            context,
            StatusCodes.Status400BadRequest,
            text.BadFilter,
            [WordsOf(error, context.Request, text)],
            rest,
            back == "/" ? null : (back, text.WithoutIt));
    }

    /// <summary>What is wrong, in the reader's words.</summary>
    public static string WordsOf(FilterError error, HttpRequest request, PageText text)
    {
        var values = request.Query[error.Parameter];
        return values.Count > StoryFilterReader.MaxValues
            ? text.TooManyValues(error.Parameter)
            : text.BadFilterHelp(error.Parameter, Shown(error.Value?.TrimStart('-') ?? string.Join(", ", values.ToArray())));
    }

    private static string Shown(string value) => value.Length > MostShown ? value[..MostShown] + "…" : value;
}
