using FeedHub.Access;
using FeedHub.Fetching;
using FeedHub.Model.Access;
using FeedHub.Model.Settings;
using FeedHub.Publishing;
using FeedHub.Serving;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace FeedHub.Hub;

/// <summary>The WebSub hub over HTTP (W3C Recommendation, 23 January 2018).</summary>
internal static class HubEndpoints
{
    /// <summary>Where the hub is.</summary>
    public const string Path = LinkHeader.HubPath;

    private const long MaxForm = 16 * 1024;
    private const string PlainText = "text/plain; charset=utf-8";

    /// <summary>Maps it.</summary>
    public static void MapHub(this IEndpointRouteBuilder app)
    {
        app.MapPost(Path, ReceiveAsync);
        app.MapGet(Path, () => Answer(
            StatusCodes.Status200OK,
            "This is a WebSub hub for the feeds of this server. Subscribe with a POST of hub.mode, hub.topic and hub.callback "
                + "(https://www.w3.org/TR/websub/)."));
    }

    private static async Task<IResult> ReceiveAsync(
        HttpContext context, HubTopics topics, HubStore store, AddressGuard guard, HubQueue queue, HubRequesters requesters,
        ApiKeys keys, PublicAddress address, IOptions<FeedHubOptions> options)
    {
        RequestBodies.Limit(context, MaxForm);
        if (await RequestBodies.WhyNoFormAsync(context) is { } unreadable)
            return Answer(unreadable.Status, unreadable.Why);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (command, error) = HubForm.Read(form.ToDictionary(field => field.Key, field => field.Value.ToString()), options.Value.Hub);
        if (command is null)
            return Answer(StatusCodes.Status400BadRequest, error!);
        if (guard.Refusal(command.Callback) is { } refusal)
            return Answer(StatusCodes.Status400BadRequest, $"hub.callback: {refusal}.");
        var baseUrl = address.Of(context.Request);
        var (topic, problem) = await topics.FindAsync(command.Topic, baseUrl, context.RequestAborted);
        if (topic is null)
            return Answer(StatusCodes.Status400BadRequest, $"hub.topic: {problem}");
        var key = options.Value.IsClosed() ? await KeyOfAsync(context, command.Topic, keys) : null;
        if (options.Value.IsClosed() && key is null)
            return Answer(
                StatusCodes.Status403Forbidden,
                "hub.topic: this FeedHub is closed. Write the topic with ?key= and a reader key, or send the key as a password (Basic).");
        var requester = ClientAddress.Of(context).Asker;
        if (!requesters.HasRoom(requester))
        {
            context.Response.Headers.RetryAfter = "60";
            return Answer(
                StatusCodes.Status429TooManyRequests,
                $"{HubRequesters.MaxWaiting} of your requests wait for their callbacks to confirm. Ask again in a minute.");
        }

        var admission = await store.AddAsync(command, baseUrl, topic.Path, key?.Id, context.RequestAborted);
        return admission.Id is { } id ? Begin(id) : Refuse(admission);

        IResult Begin(long request)
        {
            queue.Forget(admission.Replaced);
            requesters.Add(request, requester);
            queue.Verify(request, command.Callback.IdnHost.ToLowerInvariant(), wasSilent: false);
            return Answer(StatusCodes.Status202Accepted, "Your callback is asked to confirm.");
        }
    }

    private static async Task<ApiKey?> KeyOfAsync(HttpContext context, string topic, ApiKeys keys)
    {
        var query = QueryHelpers.ParseQuery(new Uri(topic).Query);
        var given = query.TryGetValue(ReaderGate.Parameter, out var inTopic)
            ? inTopic.ToString()
            : Credentials.Of(context.Request)?.Secret;
        return given is null ? null : await keys.FindAsync(given, context.RequestAborted);
    }

    // Nobody is asked about a subscription that is not there: else a flood of such requests would have the hub knock anywhere.
    private static IResult Refuse(HubAdmission admission) => admission.EndsNothing
        ? Answer(StatusCodes.Status202Accepted, "That callback is not subscribed to this topic: there is nothing to end.")
        : Answer(
            StatusCodes.Status403Forbidden,
            "hub.callback: this hub holds as many subscriptions as it may, in all or for that host. Unsubscribe from some first.");

    // As plain text, as WebSub 5.2 wants it.
    private static IResult Answer(int status, string words) => TypedResults.Text(words + "\n", PlainText, statusCode: status);
}
