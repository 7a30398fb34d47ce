using FeedHub.Access;
using FeedHub.Publishing;
using FeedHub.Serving;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FeedHub.Api.Description;

/// <summary>How the OpenAPI document comes about: from the endpoints and the records that they answer with.</summary>
internal static class DocumentSetup
{
    /// <summary>Name of the document.</summary>
    public const string Name = "v1";

    private const string Bearer = "apiKey";

    private static readonly string[] Described = [.. FeedOutput.All
        .Select(output => output.Path[1..]), "api/", "sources.opml", "feeds.opml", "health", "metrics", "websub"];

    /// <summary>Adds it. It is made when it is first asked for.</summary>
    public static IServiceCollection AddApiDocument(this IServiceCollection services)
    {
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = IsDescribed;
            options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } id
                ? id.Replace("Api", "", StringComparison.Ordinal)
                : null;
            options.AddOperationTransformer(Guard);
            options.AddSchemaTransformer(SourceSchemas.DescribeAsync);
            options.AddSchemaTransformer(RequireAll);
            options.AddSchemaTransformer(TypeInstants);
            options.AddDocumentTransformer<DocumentHead>();
        });
        return services.AddSingleton<ApiDocument>();
    }

    /// <summary>Maps it.</summary>
    public static void MapApiDocument(this IEndpointRouteBuilder app) =>
        app.MapMethods(ApiDocument.Path, ApiRoutes.Reading, ApiDocument.SendAsync).ExcludeFromDescription();

    // Hubs' callbacks have an address of their own each, the dashboard is for people. HEAD is GET without a body, which the head says once.
    private static bool IsDescribed(ApiDescription endpoint) =>
        endpoint.HttpMethod is not ("HEAD" or "OPTIONS") && endpoint.RelativePath is { } path
            && !path.StartsWith("websub/", StringComparison.Ordinal)
            && Described.Any(begin => path.StartsWith(begin, StringComparison.Ordinal));

    private static Task Guard(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.Tags = new HashSet<OpenApiTagReference> { new(DocumentHead.TagOf(context.Description.RelativePath!), context.Document) };
        if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>()
            .Any(guard => guard.Policy == AdminAuthentication.Name))
            return Task.CompletedTask;
        operation.Security = Guarded(context.Document!);
        (operation.Responses ??= [])["401"] = new OpenApiResponse { Description = "For admins only: the key is missing or wrong." };
        return Task.CompletedTask;
    }

    // Every property of an answer is there, if only as null; in a body only what its description requires.
    private static Task RequireAll(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var isOurs = context.JsonTypeInfo.Type.Namespace?.StartsWith(nameof(FeedHub), StringComparison.Ordinal) == true;
        if (isOurs && schema.Properties is { Count: > 0 } properties)
            schema.Required = RequiredOf(context.JsonTypeInfo.Type, properties.Keys);
        return Task.CompletedTask;
    }

    private static HashSet<string>? RequiredOf(Type type, IEnumerable<string> properties) =>
        type == typeof(SourceChange) || type == typeof(RulesRequest) || type == typeof(RuleBody) ? null
        : type == typeof(ApiOwnFeed) ? ["slug"]
        : type == typeof(DiscoverRequest) ? ["url"]
        : [.. properties];

    // Written by a converter of ours, from which ASP.NET cannot derive a schema.
    private static Task TypeInstants(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = context.JsonPropertyInfo?.PropertyType ?? context.JsonTypeInfo.Type;
        if (schema.Format == "date-time")
            schema.Type = Nullable.GetUnderlyingType(type) is null ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
        return Task.CompletedTask;
    }

    /// <summary>The requirement that the caller is an admin.</summary>
    public static List<OpenApiSecurityRequirement> Guarded(OpenApiDocument document) =>
        [new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];

    /// <summary>The scheme by which programs show that they are an admin's.</summary>
    public static void AddBearer(OpenApiDocument document) =>
        document.AddComponent(Bearer, (IOpenApiSecurityScheme)new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer", Description
            = "The key of FeedHub:Admin:ApiKey. Programs on the same machine need none while no password is set.",
        });
}
