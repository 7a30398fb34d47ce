using System.Text.Json;
using System.Text.Json.Serialization;
using FeedHub.Api;
using FeedHub.Api.Description;

namespace FeedHub.Hosting;

/// <summary>The API in the container.</summary>
internal static class ApiSetup
{
    /// <summary>Adds the API's queries and its way of writing JSON: snake_case, times in UTC with Z, problem documents for
    /// errors.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = ProblemWords.Add);
        services.AddExceptionHandler<BadRequestHandler>();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Converters.Add(new UtcInstant());
            json.SerializerOptions.Converters.Add(new JsonBodyConverter());
        });
        return services.AddSingleton<ItemQueries>().AddApiDocument();
    }

    /// <summary>RFC 3339 in UTC, to the second where the instant has no fraction.</summary>
    private sealed class UtcInstant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(
                value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }
}
