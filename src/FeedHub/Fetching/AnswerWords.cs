namespace FeedHub.Fetching;

/// <summary>An answer that gives no feed, in words.</summary>
internal static class AnswerWords
{
    /// <summary>Names the status, and a challenge page for what it is: no admin would guess it from a 403.</summary>
    public static string Of(HttpResponseMessage answer)
    {
        var words = FailureWords.Status((int)answer.StatusCode);
        if (AnswerHeaders.First(answer, "cf-mitigated") == "challenge")
            return $"{words}: Cloudflare shows a challenge for browsers instead of the feed";
        return answer.IsSuccessStatusCode ? $"{words} instead of 200" : words;
    }
}
