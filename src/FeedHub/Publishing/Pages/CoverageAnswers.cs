using FeedHub.Access;
using FeedHub.Icons;
using FeedHub.Model.Stories;
using FeedHub.Serving;
using FeedHub.Sources;
using FeedHub.Syndication.Writing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace FeedHub.Publishing.Pages;

/// <summary>The page of an event.</summary>
public sealed class CoverageAnswers(
    CoverageQueries queries, MergedEntries entries, FeedTitles titles, PublicAddress address, SourceIcons icons, CameFrom came,
    PageAnswers pages)
{
    /// <summary>The page, a way to the event that it was joined with, or a page that says that there is none.</summary>
    public async Task<IResult> ShowAsync(string id, HttpContext context)
    {
        var (text, filter) = (PageText.For(context.Request), await came.OfAsync(context));
        if (!long.TryParse(id, out var key) || await queries.FindAsync(key) is not { } covered)
        {
            return await queries.IntoAsync(key) is { } into
                ? TypedResults.LocalRedirect($"~/coverage/{into}", permanent: true)
                : await pages.MessageAsync(context, StatusCodes.Status404NotFound, text.NoEvent, [text.NoEventHelp], filter);
        }

        var tokens = await TokensAsync(context);
        var changed = covered.Stories.Select(story => story.ChangedAt).Append(covered.Event.ChangedAt).Max();
        var page = await pages.RenderAsync<CoveragePage>(
            changed, ("Text", text), ("Id", key), ("Lead", entries.Of(covered.Lead, "", brief: true)), ("Entries", EntriesOf(covered)),
            ("Sources", covered.Sources), ("Shared", queries.WhyTogether(covered)), ("IconOf", (Func<string, string?>)icons.AddressOf),
            ("HubTitle", titles.Title), ("CameFrom", filter), ("Address", $"{address.Of(context.Request)}/coverage/{key}"),
            ("Tokens", tokens));
        return PageAnswers.SendBelow(context, page, filter, tokens is not null);
    }

    private List<(MergedEntry Entry, Story Story)> EntriesOf(CoveredEvent covered) =>
        [.. covered.Stories.Select(story => (entries.Of(story, "", brief: true), story))];

    private static async Task<AntiforgeryTokenSet?> TokensAsync(HttpContext context)
    {
        var session = await context.AuthenticateAsync(Sessions.Scheme);
        if (!session.Succeeded || !session.Principal.MayChange())
            return null;
        context.User = session.Principal;
        return context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
    }
}
