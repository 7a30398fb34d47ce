namespace FeedHub.Serving;

/// <summary>What a post is answered with.</summary>
internal static class Redirects
{
    /// <summary>Leads to the page to look at next, so that reloading it sends no form again (RFC 9110 15.4.4).</summary>
    /// <param name="response">The answer.</param>
    /// <param name="address">An address of ours, as at a root.</param>
    public static void SeeOther(this HttpResponse response, string address) =>
        (response.StatusCode, response.Headers.Location) = (StatusCodes.Status303SeeOther, response.HttpContext.Request.AddressOf(address));
}
