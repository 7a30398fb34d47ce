using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FeedHub.Model.Health;
using FeedHub.Model.Settings;
using Microsoft.AspNetCore.WebUtilities;

namespace FeedHub.Alerting;

/// <summary>What each kind of receiver takes.</summary>
internal static class WebhookBody
{
    /// <summary>FeedHub's own, signed.</summary>
    public const string Json = "json";

    private const string Slack = "slack";
    private const string Telegram = "telegram";
    private const string Ntfy = "ntfy";

    // Telegram's and ntfy's bound (4,096 characters and bytes), with room for the title.
    private const int Longest = 3_500;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The formats there are.</summary>
    public static IReadOnlyList<string> Formats { get; } = [Json, Slack, Telegram, Ntfy];

    /// <summary>Gives a request its body and headers.</summary>
    public static void Fill(HttpRequestMessage request, AlertMessage message, WebhookOptions hook)
    {
        switch (hook.Format.ToLowerInvariant())
        {
            case Slack:
                request.Content = Of(new JsonObject { ["text"] = $"*{Escaped(message.Title)}*\n{Escaped(message.Text)}" });
                break;
            case Telegram:
                request.Content = Of(Chat(request.RequestUri!, $"{message.Title}\n\n{Cut(message.Text)}"));
                break;
            case Ntfy:
                FillNtfy(request, message, hook.Secret);
                break;
            default:
                FillJson(request, message, hook.Secret);
                break;
        }
    }

    private static void FillJson(HttpRequestMessage request, AlertMessage message, string? secret)
    {
        var body = Of(new JsonObject
        {
            ["title"] = message.Title,
            ["severity"] = Name(message.Severity),
            ["text"] = message.Text,
            ["events"] = new JsonArray([.. message.Events.Select(happened => EventOf(happened, message.BaseUrl))]),
        });
        request.Content = body;
        if (!string.IsNullOrEmpty(secret))
            request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(
                HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body.ReadAsByteArrayAsync().GetAwaiter().GetResult())));
    }

    private static JsonObject EventOf(HealthEvent happened, string baseUrl) => new()
    {
        ["id"] = happened.EntryId,
        ["at"] = $"{happened.At.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}",
        ["kind"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(happened.Kind.ToString()),
        ["severity"] = Name(AlertSeverities.Of(happened.Kind)),
        ["over"] = AlertSeverities.IsEnd(happened.Kind),
        ["title"] = happened.Title,
        ["text"] = happened.Text.ToString(),
        ["source"] = happened.Source,
        ["url"] = baseUrl.Length == 0 ? null : baseUrl + happened.Path,
    };

    // The title goes in a header, where only ASCII can stand (RFC 2047).
    private static void FillNtfy(HttpRequestMessage request, AlertMessage message, string? token)
    {
        request.Content = new StringContent(Cut(message.Text), Encoding.UTF8, "text/plain");
        request.Headers.Add("Title", $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(message.Title))}?=");
        request.Headers.Add("Priority", message.Severity switch
        {
            AlertSeverity.Error => "high",
            AlertSeverity.Warning => "default",
            _ => "low",
        });
        if (!string.IsNullOrEmpty(token))
            request.Headers.Authorization = new("Bearer", token);
    }

    // Which chat stands in the address, as everything else that is the operator's.
    private static JsonObject Chat(Uri address, string text)
    {
        var body = new JsonObject { ["text"] = text };
        if (QueryHelpers.ParseQuery(address.Query).TryGetValue("chat_id", out var chat))
            body["chat_id"] = chat.ToString();
        return body;
    }

    private static ByteArrayContent Of(JsonObject body) => new(Encoding.UTF8.GetBytes(body.ToJsonString(Readable)))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
    };

    private static string Name(AlertSeverity severity) => JsonNamingPolicy.SnakeCaseLower.ConvertName(severity.ToString());

    private static string Escaped(string text) => Cut(text).Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest] + "…";
}
