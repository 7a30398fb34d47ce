using FeedHub.Sources.Filtering;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace FeedHub.Publishing.Pages;

/// <summary>The page for an address whose filter cannot be used.</summary>
internal static class BadFilter
{
    private const int MostShown = 60;

    /// <summary>Says what is wrong, and links to the same view without it.</summary>
    public static Task<IResult> AnswerAsync(HttpContext context, string parameter, PageAnswers pages)
    {
        var text = PageText.For(context.Request);
        var without = context.Request.Query.Where(pair => pair.Key != parameter)
            .Select(pair => new KeyValuePair<string, StringValues>(pair.Key, pair.Value));
        var values = context.Request.Query[parameter];
        var back = context.Request.Path + new QueryBuilder(without).ToQueryString();
        return pages.MessageAsync(
            context,
            StatusCodes.Status400BadRequest,
            text.BadFilter,
            [values.Count > StoryFilterReader.MaxValues ? text.TooManyValues(parameter) : text.BadFilterHelp(parameter, Shown(values))],
            back == "/" ? null : (back, text.WithoutIt));
    }

    private static string Shown(StringValues values)
    {
        var value = string.Join(", ", values.ToArray());
        return value.Length > MostShown ? value[..MostShown] + "…" : value;
    }
}
