using Microsoft.AspNetCore.Http.Features;
using static FeedHub.Model.Words.Spoken;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace FeedHub.Serving;

/// <summary>How much of a request's body is taken, and what is said of one that cannot be read.</summary>
internal static class RequestBodies
{
    /// <summary>
    /// Most bytes of a body before signing in: as many as a form keeps in memory (<see cref="FormOptions.MemoryBufferThreshold"/>), so that
    /// nothing of a stranger's is ever written to a temporary file.
    /// </summary>
    public const int MostOfStrangers = FormOptions.DefaultMemoryBufferThreshold;

    private static string TooLarge =>
        Say("The form is too large: send less at once.", "Formulir terlalu besar: kirim lebih sedikit sekaligus.");

    /// <summary>Sets the limit of strangers for every address, also for those that there are not; before anything reads a body.</summary>
    public static IApplicationBuilder UseBoundedBodies(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
        {
            var bounded = new BoundedBody(context.Request.Body, MostOfStrangers);
            context.Request.Body = bounded;
            context.Features.Set(bounded);
        }

        return next(context);
    });

    /// <summary>Sets another limit for the body of this request.</summary>
    public static void Limit(HttpContext context, long bytes) => context.Features.Get<BoundedBody>()?.Limit = bytes;

    private static string Unreadable(Exception error) =>
        Say($"The form cannot be read: {error.Message}", $"Formulir tidak dapat dibaca: {error.Message}");

    /// <summary>
    /// Reads the form before any other does: later callers get what was read. Returns why there is none, with its status, or
    /// null.
    /// </summary>
    public static async Task<(int Status, string Why)?> WhyNoFormAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return (StatusCodes.Status415UnsupportedMediaType, Say(
                "Send the fields as application/x-www-form-urlencoded.", "Kirim isiannya sebagai application/x-www-form-urlencoded."));
        if (context.Request.ContentLength > context.Features.Get<BoundedBody>()?.Limit)
            return (StatusCodes.Status413PayloadTooLarge, TooLarge);
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException refused)
        {
            return (refused.StatusCode, refused.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TooLarge
                : Unreadable(refused));
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException)
        {
            // NotSupportedException: UTF-7, which .NET refuses to read.
            return (StatusCodes.Status400BadRequest, Unreadable(broken));
        }
    }
}
