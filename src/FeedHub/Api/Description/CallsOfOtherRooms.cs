using FeedHub.Publishing;
using Microsoft.OpenApi;

namespace FeedHub.Api.Description;

/// <summary>What the OpenAPI document says of addresses that are not calls of the API: feeds, hub, health, figures.</summary>
internal static class CallsOfOtherRooms
{
    private const string Text = "text/plain";

    /// <summary>Adds them.</summary>
    public static void AddTo(OpenApiDocument document)
    {
        foreach (var output in FeedOutput.All)
        {
            Feed(document, output);
            OwnFeed(document, output);
            Briefing(document, output);
        }

        Hub(document);
        Set(document, "/metrics", HttpMethod.Get, new()
        {
            OperationId = "getMetrics", Summary = "Figures in Prometheus' text format, for admins", Security = DocumentSetup.Guarded(
                document),
            Responses = new()
            {
                ["200"] = Document(
                "Polls, items, stories, bytes, writer, jobs, sources by state, hub deliveries, and the .NET runtime.",
                Text), ["401"] = Problem(document, "For admins only.")
            },
        });
        Set(document, "/healthz/live", HttpMethod.Get, new()
        {
            OperationId = "isLive",
            Summary = "Whether the process answers",
            Responses = new() { ["200"] = Document("It does.", Text) }
        });
        Set(document, "/healthz/ready", HttpMethod.Get, new()
        {
            OperationId = "isReady", Summary = "Whether the database does too",
            Responses = new()
            {
                ["200"] = Document("Healthy; or Degraded while the disk runs low, with a line that says so.", Text),
                ["503"] = Document("Unhealthy, and why.", Text)
            },
        });
    }

    private static void Feed(OpenApiDocument document, FeedOutput output) => Set(document, output.Path, HttpMethod.Get, new()
    {
        OperationId = output.Operation, Summary = $"The merged feed as {output.Standard}", Parameters = [.. QueryParameters.OfStories],
        Description = "Filters combine, and every combination is a feed of its own, with rel=self, ETag and Last-Modified; next links "
            + "lead to the end (RFC 5005).",
        Responses = new()
        {
            ["200"] = Document("The feed.", output.MediaType, output.Schema?.Invoke()),
            ["304"] = new OpenApiResponse { Description = "If-None-Match or If-Modified-Since says that the client has it." },
            ["400"] = Problem(document, "A filter's value cannot be used; parameter names it."),
        },
    });

    private static void OwnFeed(OpenApiDocument document, FeedOutput output) => Set(
        document, "/feeds/{slug}" + output.Ending, HttpMethod.Get, OfFeed(document, output));

    private static void Briefing(OpenApiDocument document, FeedOutput output) => Set(
        document, "/briefing" + output.Ending, HttpMethod.Get, new()
        {
            OperationId = output.Operation + "OfBriefing", Summary = $"The editions of a briefing as {output.Standard}",
            Parameters = [.. QueryParameters.OfBriefing],
            Description = "An edition is stored at its hour or when it is first asked for, and never changes unless a story is hidden or "
                + "erased; the newest 14 are kept.",
            Responses = new()
            {
                ["200"] = Document("The feed, an entry an edition.", output.MediaType, output.Schema?.Invoke()),
                ["304"] = new OpenApiResponse { Description = "If-None-Match or If-Modified-Since says that the client has it." },
                ["400"] = Problem(document, "A value cannot be used; parameter names it."),
            },
        });

    private static OpenApiOperation OfFeed(OpenApiDocument document, FeedOutput output) => new()
    {
        OperationId = output.Operation + "OfFeed", Summary = $"A feed of one's own as {output.Standard}",
        Parameters = [QueryParameters.Slug, .. QueryParameters.OfStories],
        Description = "What it holds, how it is ordered and how long its first page is stands in its definition; filters narrow it.",
        Responses = new()
        {
            ["200"] = Document("The feed.", output.MediaType, output.Schema?.Invoke()),
            ["304"] = new OpenApiResponse { Description = "If-None-Match or If-Modified-Since says that the client has it." },
            ["400"] = Problem(document, "A filter's value cannot be used; parameter names it."),
            ["404"] = Problem(document, "There is no feed with this slug."),
        },
    };

    private static void Hub(OpenApiDocument document)
    {
        Set(document, "/websub", HttpMethod.Get, new()
        {
            OperationId = "aboutHub",
            Summary = "What the hub is, in words",
            Responses = new() { ["200"] = Document("Words.", Text) }
        });
        Set(document, "/websub", HttpMethod.Post, new()
        {
            OperationId = "subscribe", Summary = "Subscribes to a feed, or ends that (W3C WebSub)", RequestBody = HubForm(),
            Responses = new()
            {
                ["202"] = Document("The callback is asked to confirm.", Text), ["400"] = Document("What was wrong.", Text),
                ["403"] = Document("The hub holds as many subscriptions as it may.", Text), ["415"] = Document(
                    "The body is not a form.",
                    Text),
            },
        });
    }

    private static OpenApiRequestBody HubForm() => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/x-www-form-urlencoded"] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object, Required = new HashSet<string> { "hub.mode", "hub.topic", "hub.callback" },
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["hub.mode"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["subscribe", "unsubscribe"] },
                        ["hub.topic"] = Said("The address of a feed of this server, filters included."),
                        ["hub.callback"] = Said("Where to push to: a public http or https address."),
                        ["hub.lease_seconds"] = Said("For how long."),
                        ["hub.secret"] = Said("What pushes are signed with."),
                    },
                },
            },
        },
    };

    private static OpenApiSchema Said(string words) => new() { Type = JsonSchemaType.String, Description = words };

    private static void Set(OpenApiDocument document, string path, HttpMethod method, OpenApiOperation operation)
    {
        operation.Tags = new HashSet<OpenApiTagReference> { new(DocumentHead.TagOf(path), document) };
        document.Paths.TryAdd(path, new OpenApiPathItem());
        var item = (OpenApiPathItem)document.Paths[path];
        (item.Operations ??= [])[method] = operation;
    }

    private static OpenApiResponse Document(string words, string mediaType, OpenApiSchema? schema = null) => new()
    {
        Description = words,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [mediaType] = new() { Schema = schema ?? new OpenApiSchema { Type = JsonSchemaType.String } }
        },
    };

    private static OpenApiResponse Problem(OpenApiDocument document, string when) => new()
    {
        Description = when,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("ProblemDetails", document) }
        },
    };
}
