using System.Text;
using FeedHub.Publishing;
using FeedHub.Serving;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace FeedHub.Api.Description;

/// <summary>The OpenAPI document, made once, when it is first asked for.</summary>
internal sealed class ApiDocument([FromKeyedServices(DocumentSetup.Name)] IOpenApiDocumentProvider provider)
{
    /// <summary>Its address.</summary>
    public const string Path = "/openapi/v1.json";

    private static readonly DateTimeOffset Started = DateTimeOffset.UtcNow;

    private readonly Lock _padlock = new();
    private Task<(OpenApiDocument Document, RenderedFeed Rendered)>? _made;

    /// <summary>The document to read from.</summary>
    public async Task<OpenApiDocument> GetAsync() => (await MadeAsync()).Document;

    /// <summary>Answers a request for it.</summary>
    public static async Task<IResult> SendAsync(HttpContext context, ApiDocument document)
    {
        CrossOrigin.Allow(context.Response);
        return ConditionalGet.Send(context, (await document.MadeAsync()).Rendered, "public, max-age=300", HeaderNames.AcceptEncoding);
    }

    // Not cancelled with the request that came first: others wait for it too. What failed is tried again.
    private Task<(OpenApiDocument Document, RenderedFeed Rendered)> MadeAsync()
    {
        lock (_padlock)
            return _made is null or { IsFaulted: true } ? _made = MakeAsync() : _made;
    }

    private async Task<(OpenApiDocument Document, RenderedFeed Rendered)> MakeAsync()
    {
        var document = await provider.GetOpenApiDocumentAsync();
        var json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
        return (document, new(Encoding.UTF8.GetBytes(json), "application/json; charset=utf-8", Started));
    }
}
