using FeedHub.Syndication.Reasons;

namespace FeedHub.Fetching;

/// <summary>An answer that gives no feed, in words.</summary>
internal static class AnswerWords
{
    /// <summary>Names the status, and a challenge page for what it is: no admin would guess it from a 403.</summary>
    public static Reason Of(HttpResponseMessage answer)
    {
        var words = FailureWords.Status((int)answer.StatusCode);
        if (AnswerHeaders.First(answer, "cf-mitigated") == "challenge")
            return Reason.Of(ReasonCode.CloudflareChallenge, words);
        return answer.IsSuccessStatusCode ? Reason.Of(ReasonCode.InsteadOf200, words) : words;
    }
}
