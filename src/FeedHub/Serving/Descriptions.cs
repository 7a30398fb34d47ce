using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace FeedHub.Serving;

/// <summary>What the OpenAPI document says of an endpoint, beside what its types say. Nothing of it runs before the document is asked
/// for.</summary>
internal static class Descriptions
{
    private const string Json = "application/json";

    /// <summary>Its name for programs that generate code, and what it does in one line.</summary>
    public static RouteHandlerBuilder Says(this RouteHandlerBuilder endpoint, string name, string summary, string? more = null)
    {
        endpoint.WithSummary(summary).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.OperationId = name;
            return Task.CompletedTask;
        });
        return more is null ? endpoint : endpoint.WithDescription(more);
    }

    /// <summary>JSON of this type, with an example.</summary>
    public static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder endpoint, int status, string words, T example) =>
        endpoint.Produces<T>(status, Json).AddOpenApiOperationTransformer((operation, context, _) =>
        {
            var response = Response(operation, status);
            response.Description = words;
            response.Content![Json].Example = JsonSerializer.SerializeToNode(example, Options(context.ApplicationServices));
            return Task.CompletedTask;
        });

    /// <summary>A document that is not JSON of ours.</summary>
    public static RouteHandlerBuilder GivesText(
        this RouteHandlerBuilder endpoint,
        int status,
        string words,
        string mediaType,
        string? example = null) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            var media = new OpenApiMediaType
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Example = example is null ? null : JsonValue.Create(example)
            };
            (operation.Responses ??= [])[Code(status)] = new OpenApiResponse
            {
                Description = words,
                Content = new Dictionary<string, OpenApiMediaType> { [mediaType] = media }
            };
            return Task.CompletedTask;
        });

    /// <summary>An answer without a body.</summary>
    public static RouteHandlerBuilder GivesNothing(this RouteHandlerBuilder endpoint, int status, string words) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            (operation.Responses ??= [])[Code(status)] = new OpenApiResponse { Description = words };
            return Task.CompletedTask;
        });

    /// <summary>A problem document (RFC 9457), and when it comes.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, int status, string when) =>
        endpoint.ProducesProblem(status).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            Response(operation, status).Description = when;
            return Task.CompletedTask;
        });

    /// <summary>The body: its shape by this type, with an example. The endpoint reads it by hand, so that it can say what is
    /// wrong.</summary>
    public static RouteHandlerBuilder Expects<T>(this RouteHandlerBuilder endpoint, string example)
        where T : notnull =>
        endpoint.AddOpenApiOperationTransformer(async (operation, context, cancellation) =>
        {
            context.Document!.AddComponent(typeof(T).Name, await context.GetOrCreateSchemaAsync(typeof(T), null, cancellation));
            var media = new OpenApiMediaType
            {
                Schema = new OpenApiSchemaReference(typeof(T).Name, context.Document),
                Example = JsonNode.Parse(example)
            };
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { [Json] = media }
            };
        });

    /// <summary>Parameters of the query.</summary>
    public static RouteHandlerBuilder Asks(this RouteHandlerBuilder endpoint, params OpenApiParameter[] parameters) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [.. operation.Parameters ?? [], .. parameters];
            return Task.CompletedTask;
        });

    /// <summary>What a part of the path means.</summary>
    public static RouteHandlerBuilder Names(this RouteHandlerBuilder endpoint, string parameter, string words, JsonNode example) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            var named = (OpenApiParameter)operation.Parameters!.Single(p => p.Name == parameter);
            (named.Description, named.Example) = (words, example.DeepClone());
            return Task.CompletedTask;
        });

    private static OpenApiResponse Response(OpenApiOperation operation, int status) => (OpenApiResponse)operation.Responses![Code(status)];

    private static string Code(int status) => status.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static JsonSerializerOptions Options(IServiceProvider services) =>
        services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
}
