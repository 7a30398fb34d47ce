using FeedHub.Access;
using FeedHub.Model.Stories;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace FeedHub.Publishing.Pages;

/// <summary>What an admin who is signed in can do on the page of a story.</summary>
/// <param name="Story">The story.</param>
/// <param name="Tokens">For the form.</param>
public sealed record StoryAdmin(Story Story, AntiforgeryTokenSet Tokens)
{
    /// <summary>For the person who asks; null where that is not an admin. Only the session's cookie counts, never a password.</summary>
    public static async Task<StoryAdmin?> OfAsync(HttpContext context, Story story)
    {
        var session = await context.AuthenticateAsync(Sessions.Scheme);
        if (!session.Succeeded || !session.Principal.MayChange())
            return null;
        context.User = session.Principal;
        return new(story, context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context));
    }
}
