using System.Text;
using System.Text.RegularExpressions;
using FeedHub.Model.Stories;
using FeedHub.Serving;
using Microsoft.AspNetCore.Components;
using Microsoft.Net.Http.Headers;

namespace FeedHub.Publishing.Pages;

/// <summary>Pages as answers.</summary>
public sealed partial class PageAnswers(PageRenderer renderer)
{
    private const string Html = "text/html; charset=utf-8";
    private const string Vary = "Accept-Encoding, Accept-Language";

    /// <summary>The component as a document.</summary>
    /// <param name="changed">When what it shows last changed.</param>
    /// <param name="parameters">Of the component.</param>
    public async Task<RenderedFeed> RenderAsync<T>(DateTimeOffset changed, params (string Name, object? Value)[] parameters)
        where T : IComponent =>
        new(Encoding.UTF8.GetBytes(Lean(await renderer.RenderAsync<T>(parameters.ToDictionary(p => p.Name, p => p.Value)))), Html, changed);

    // Razor keeps the indentation of its files: a fifth of a page of stories.
    private static string Lean(string html) =>
        html.Contains("<pre", StringComparison.OrdinalIgnoreCase) ? html : Indentation().Replace(html, "\n");

    [GeneratedRegex(@"\n\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Indentation();

    /// <summary>The document, or a 304 to who has it.</summary>
    public static IResult Send(HttpContext context, RenderedFeed page, string caching = "public, max-age=30", string vary = Vary) =>
        ConditionalGet.Send(context, page, caching, vary);

    /// <summary>The document whose head shows the list that the reader came from.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="page">The document.</param>
    /// <param name="filter">Of that list; a cache that does not mind <c>Vary</c> must not show one reader's to another.</param>
    /// <param name="keepsNothing">True if no cache may keep it.</param>
    public static IResult SendBelow(HttpContext context, RenderedFeed page, StoryFilter filter, bool keepsNothing)
    {
        var isEverything = filter.Scope is null && filter.Query.Length == 0;
        var caching = keepsNothing ? "private, no-store" : isEverything ? "public, max-age=30" : "private, max-age=30";
        return ConditionalGet.Send(context, page, caching, $"{Vary}, {HeaderNames.Referer}");
    }

    /// <summary>A page that says what is wrong.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="status">The answer's.</param>
    /// <param name="heading">What is wrong.</param>
    /// <param name="paragraphs">What to do.</param>
    /// <param name="filter">Of the list that the page belongs to; null: of all stories.</param>
    /// <param name="back">Where to go besides the newest stories.</param>
    public async Task<IResult> MessageAsync(
        HttpContext context, int status, string heading, IReadOnlyList<string> paragraphs, StoryFilter? filter = null,
        (string Address, string Name)? back = null)
    {
        var html = await renderer.RenderAsync<MessagePage>(new Dictionary<string, object?>
        {
            ["Text"] = PageText.For(context.Request), ["Heading"] = heading, ["Paragraphs"] = paragraphs, ["Filter"] = filter,
            ["Back"] = back,
        });
        context.Response.Headers.Vary = $"{HeaderNames.Accept}, {HeaderNames.AcceptLanguage}, {HeaderNames.Referer}";
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Content(html, Html, Encoding.UTF8, status);
    }
}
