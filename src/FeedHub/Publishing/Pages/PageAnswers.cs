using System.Text;
using System.Text.RegularExpressions;
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

    /// <summary>A page that says what is wrong.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="status">The answer's.</param>
    /// <param name="heading">What is wrong.</param>
    /// <param name="paragraphs">What to do.</param>
    /// <param name="back">Where to go besides the newest stories.</param>
    public async Task<IResult> MessageAsync(
        HttpContext context, int status, string heading, IReadOnlyList<string> paragraphs, (string Address, string Name)? back = null)
    {
        var html = await renderer.RenderAsync<MessagePage>(new Dictionary<string, object?>
        {
            ["Text"] = PageText.For(context.Request), ["Heading"] = heading, ["Paragraphs"] = paragraphs, ["Back"] = back,
        });
        context.Response.Headers.Vary = $"{HeaderNames.Accept}, {HeaderNames.AcceptLanguage}";
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Content(html, Html, Encoding.UTF8, status);
    }
}
