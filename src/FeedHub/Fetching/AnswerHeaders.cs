namespace FeedHub.Fetching;

/// <summary>Headers of an answer as they came: a value that breaks its format is still a value to send back.</summary>
internal static class AnswerHeaders
{
    /// <summary>The first value of a header, or null.</summary>
    public static string? First(HttpResponseMessage answer, string name) => All(answer, name).FirstOrDefault();

    /// <summary>All values of a header, in order.</summary>
    public static IEnumerable<string> All(HttpResponseMessage answer, string name)
    {
        if (answer.Headers.NonValidated.TryGetValues(name, out var values)
            || answer.Content.Headers.NonValidated.TryGetValues(name, out values))
        {
            return values;
        }

        return [];
    }
}
