using System.Diagnostics;
using FeedHub.Access;
using FeedHub.Serving;
using FeedHub.Storage.Writing;

namespace FeedHub.Nodes;

/// <summary>
/// What changes something is done by the owner, whichever node it comes to: the request stands in the database before anybody is told
/// anything, and its answer is the owner's. Who asks waits two seconds for an owner to begin.
/// </summary>
internal static partial class ForwardedWrites
{
    private static readonly TimeSpan PatienceForOwner = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PatienceForAnswer = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    // Of GETs those that store something, or go by what only the owner has in memory.
    private static readonly string[] OfOwner = ["/websub/callbacks", "/setup"];

    /// <summary>Keeps what came before others change it; before everything else.</summary>
    public static IApplicationBuilder UseRequestsAsTheyCame(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.RequestServices.GetService<INodeWork>() is not null && IsForOwner(context.Request) && !IsHere(context))
            context.Items[typeof(ForwardedRequest)] = ForwardedRequest.Of(context);
        return next(context);
    });

    /// <summary>Has the owner answer; once it is known who asks, and that they may. Where this node is the owner and another asks, what
    /// is changed from here on is what was asked for.</summary>
    public static IApplicationBuilder UseOwner(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Items[typeof(ForwardedRequest)] is ForwardedRequest sent && context.GetEndpoint() is not null && !IsHere(context))
            return AskAsync(context, sent);
        AskedRequest.Current = context.Items[typeof(AskedRequest)] as long?;
        return context.RequestServices.GetRequiredService<INodes>().HasOthers ? AnswerBesideOthersAsync(context, next) : next(context);
    });

    // By a proxy the next request of who changes something may come to another node: that must find it.
    private static async Task AnswerBesideOthersAsync(HttpContext context, RequestDelegate next)
    {
        if (IsHere(context) && IsForOwner(context.Request) && AskedRequest.Current is null)
            context.Response.OnStarting(() => LoggedAsync(
                context, () => Task.Run(() => context.RequestServices.GetRequiredService<Telling>().Tell(isOwner: true))));
        else if (!IsHere(context) && IsPageOfSomebody(context))
            await LoggedAsync(context, () => context.RequestServices.GetRequiredService<NodeView>().CatchUpAsync());
        await next(context);
    }

    private static bool IsPageOfSomebody(HttpContext context) => HttpMethods.IsGet(context.Request.Method)
        && context.Request.Path.StartsWithSegments("/hangfire") && context.User.Identity is { IsAuthenticated: true };

    // Where it fails the next sign of life does it, and answers tell by themselves that the database is away.
    private static async Task LoggedAsync(HttpContext context, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception error)
        {
            LogLater(context.RequestServices.GetRequiredService<ILogger<ForwardedRequest>>(), error.Message);
        }
    }

    private static bool IsHere(HttpContext context) => context.RequestServices.GetRequiredService<INodes>().IsOwner;

    private static bool IsForOwner(HttpRequest request) =>
        (AdminWrites.IsWrite(request.Method) && !AdminWrites.IsFigures(request))
            || OfOwner.Any(path => request.Path.Value!.Contains(path, StringComparison.OrdinalIgnoreCase));

    private static async Task AskAsync(HttpContext context, ForwardedRequest sent)
    {
        var requests = context.RequestServices.GetRequiredService<INodeRequests>();
        var seal = context.RequestServices.GetRequiredService<SealedRequests>();
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (requests.Ask(seal.Close((sent with { Body = body.ToArray() }).Write())) is not { } id)
            await SayAsync(context, StatusCodes.Status503ServiceUnavailable, NodeText.TooMuchWaits);
        else if (await WaitAsync(requests, id) is { } answer)
            await WriteAsync(context, ForwardedAnswer.Read(seal.Open(answer)));
        else
            await SayLateAsync(context, requests, id);
    }

    private static async Task<byte[]?> WaitAsync(INodeRequests requests, long id)
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(BetweenLooks))
        {
            var (isBegun, answer) = requests.Look(id);
            if (answer is not null || Stopwatch.GetElapsedTime(began) >= (isBegun ? PatienceForAnswer : PatienceForOwner))
                return answer;
        }
    }

    // Who has changed something sees it here too.
    private static async Task WriteAsync(HttpContext context, ForwardedAnswer answer)
    {
        await context.RequestServices.GetRequiredService<NodeView>().CatchUpAsync();
        if (answer.IsUnknown)
        {
            await SayAsync(context, StatusCodes.Status202Accepted, NodeText.MayBeDoneInPart, NodeText.LookWhetherItIsDone);
            return;
        }

        var response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, values) in answer.Headers)
            response.Headers[name] = values;
        response.Headers.Remove("Transfer-Encoding");
        if (answer.Body.Length > 0)
            await response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    // A sign-in of which nobody learns is not use; what a person decided is kept.
    private static Task SayLateAsync(HttpContext context, INodeRequests requests, long id) =>
        context.Request.OwnPath().StartsWith("/sign", StringComparison.OrdinalIgnoreCase) && requests.Withdraw(id)
            ? SayAsync(context, StatusCodes.Status503ServiceUnavailable, NodeText.NobodyStores)
            : SayAsync(context, StatusCodes.Status202Accepted, NodeText.IsKept, NodeText.ItIsKept);

    // To a browser with a page, where the dashboard's own answers are pages too.
    private static Task SayAsync(HttpContext context, int status, string words, string? title = null)
    {
        if (status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "5";
        return TypedResults.Problem(words, statusCode: status, title: title).ExecuteAsync(context);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "What changed is told, or found, with the next sign of life: {Words}")]
    private static partial void LogLater(ILogger log, string words);
}
