using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace FeedHub.Api.Description;

/// <summary>A call as <c>/docs</c> shows it.</summary>
/// <param name="Id">Its place on the page.</param>
/// <param name="Method">In capitals.</param>
/// <param name="Path">With its parameters in braces.</param>
/// <param name="Operation">What the document says of it.</param>
/// <param name="Curl">A command line that makes it.</param>
/// <param name="Body">An example of its body, or null.</param>
/// <param name="Answer">An example of its answer, or null.</param>
public sealed record DocsCall(string Id, string Method, string Path, OpenApiOperation Operation, string Curl, string? Body, string? Answer)
{
    /// <summary>Whether it is an admin's.</summary>
    public bool IsGuarded => Operation.Security is { Count: > 0 };
}

/// <summary>The OpenAPI document in the order in which people read.</summary>
/// <param name="Document">The document.</param>
/// <param name="BaseUrl">Base of FeedHub's addresses, for the examples.</param>
public sealed record DocsView(OpenApiDocument Document, string BaseUrl)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    /// <summary>The calls of a tag, by path.</summary>
    public IEnumerable<DocsCall> CallsOf(string? tag) =>
        from path in Document.Paths
        from operation in path.Value.Operations ?? []
        where operation.Value.Tags?.Any(t => t.Name == tag) == true
        orderby path.Key, operation.Key.Method
        select Call(path.Key, operation.Key.Method, operation.Value);

    /// <summary>The records of bodies and answers, by name.</summary>
    public IEnumerable<KeyValuePair<string, IOpenApiSchema>> Records =>
        (Document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>()).Where(s => s.Value.Properties is { Count: > 0 })
            .OrderBy(s => s.Key, StringComparer.Ordinal);

    /// <summary>A schema's type in words, such as <c>text or null</c> or <c>list of Item</c>.</summary>
    public static string TypeOf(IOpenApiSchema? schema) => schema switch
    {
        null => "anything",
        OpenApiSchemaReference reference => reference.Reference.Id ?? "object",
        { OneOf: [_, ..] choices } => string.Join(" or ", choices.Select(TypeOf).OrderBy(t => t == "null")),
        { Type: { } type } when type.HasFlag(JsonSchemaType.Array) => $"list of {TypeOf(schema.Items)}",
        { Type: { } type } => Name(type, schema.Format) + (type.HasFlag(JsonSchemaType.Null) && type != JsonSchemaType.Null
            ? " or null"
            : ""),
        _ => "object",
    };

    private static string Name(JsonSchemaType type, string? format) => (type & ~JsonSchemaType.Null, format) switch
    {
        (JsonSchemaType.String, "date-time") => "time",
        (JsonSchemaType.String, _) => "text",
        (JsonSchemaType.Integer, _) => "whole number",
        (JsonSchemaType.Number, _) => "number",
        (JsonSchemaType.Boolean, _) => "true or false",
        (0, _) => "null",
        _ => "object",
    };

    private DocsCall Call(string path, string method, OpenApiOperation operation)
    {
        var body = operation.RequestBody?.Content?.Values.FirstOrDefault()?.Example;
        var answer = operation.Responses?.Where(r => r.Key.StartsWith('2')).Select(r => r.Value.Content?.Values.FirstOrDefault()?.Example)
            .FirstOrDefault();
        return new(
            operation.OperationId!,
            method,
            path,
            operation,
            Curl(path, method, operation, body),
            body?.ToJsonString(Readable),
            answer?.ToJsonString(Readable));
    }

    private string Curl(string path, string method, OpenApiOperation operation, JsonNode? body)
    {
        var words = new List<string> { method == "GET" ? "curl" : $"curl -X {method}" };
        if (operation.Security is { Count: > 0 })
            words.Add("-H \"Authorization: Bearer $FEEDHUB_KEY\"");
        if (body is not null)
            words.Add($"-H 'Content-Type: application/json' -d '{body.ToJsonString(new(Readable) { WriteIndented = false })}'");
        words.Add($"'{BaseUrl}{Filled(path, operation)}'");
        return string.Join(' ', words);
    }

    private static string Filled(string path, OpenApiOperation operation)
    {
        foreach (var parameter in (operation.Parameters ?? []).Where(p => p.In == ParameterLocation.Path))
            path = path.Replace($"{{{parameter.Name}}}", parameter.Example?.ToString() ?? "1", StringComparison.Ordinal);
        return operation.Parameters?.Any(p => p.Name == "limit") == true ? path + "?limit=20" : path;
    }
}
