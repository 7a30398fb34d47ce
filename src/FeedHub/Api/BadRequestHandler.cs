using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace FeedHub.Api;

/// <summary>A request that cannot be read says what is wrong with it, and where.</summary>
internal sealed class BadRequestHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException bad)
            return false;
        await TypedResults.Problem(Words(bad, context.Request), statusCode: bad.StatusCode).ExecuteAsync(context);
        return true;
    }

    private static string Words(BadHttpRequestException bad, HttpRequest request) => bad switch
    {
        { InnerException: NoTextException text } => text.Message,
        { InnerException: JsonException { LineNumber: { } line, BytePositionInLine: { } place } json } =>
            $"The body is not JSON: line {line + 1}, place {place + 1}: {Reason(json)}",
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => "Send the body as JSON, with Content-Type: application/json.",
        { StatusCode: StatusCodes.Status400BadRequest } when request.ContentLength is null or 0 =>
            "The body is empty: send a JSON object; /docs has examples.",
        _ => bad.Message,
    };

    // The place is said before, in the way in which editors count.
    private static string Reason(JsonException json)
    {
        var place = json.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var path = json.Message.IndexOf(" Path:", StringComparison.Ordinal);
        return json.Message[..new[] { place, path, json.Message.Length }.Where(at => at >= 0).Min()];
    }
}
