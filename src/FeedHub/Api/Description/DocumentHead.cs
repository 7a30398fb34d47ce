using FeedHub.Publishing;
using FeedHub.Serving;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FeedHub.Api.Description;

/// <summary>What the OpenAPI document says before and around its calls.</summary>
internal sealed class DocumentHead(PublicAddress address) : IOpenApiDocumentTransformer
{
    private const string Introduction =
        "Reading needs no sign-in. Errors are problem documents (RFC 9457) that say what was wrong and what to write instead. Lists have "
            + "items and next, the address of "
        + "the next page or null; a program that follows next to the end sees everything exactly once. Times are RFC 3339 in UTC. HEAD is "
        + "answered at every address where GET is.";

    private static readonly (string Name, string Words)[] Tags =
    [
        ("Feeds", "The merged feed and the feeds of one's own in three formats, and their WebSub hub."),
        ("Stories", "What was read: stories, and the items that they are made of."),
        ("Sources", "What is polled, and how it does."),
        ("Operation", "How FeedHub itself does."),
    ];

    /// <summary>The tag of a path.</summary>
    public static string TagOf(string path) => path.TrimStart('/') switch
    {
        "websub" => "Feeds",
        var p when FeedOutput.Find("/" + p).Output is not null || p is "api/feeds" or "feeds.opml" => "Feeds",
        var p when p.StartsWith("api/sources", StringComparison.Ordinal) || p is "api/hosts" or "sources.opml" => "Sources",
        var p when p.StartsWith("api/", StringComparison.Ordinal) && p != "api/stats" => "Stories",
        _ => "Operation",
    };

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new()
        {
            Title = "FeedHub",
            Version = typeof(DocumentHead).Assembly.GetName().Version!.ToString(3),
            Description = Introduction
        };

        // Without PublicUrl relative: the document is the same for every caller.
        document.Servers = [new() { Url = address.Configured ?? "/" }];
        document.Tags = new HashSet<OpenApiTag>(Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Words }));
        DocumentSetup.AddBearer(document);
        CallsOfOtherRooms.AddTo(document);

        // Bodies are read by hand, so that what is wrong can be named; each has a schema of its own.
        document.Components!.Schemas!.Remove(nameof(System.Text.Json.JsonElement));
        return Task.CompletedTask;
    }
}
