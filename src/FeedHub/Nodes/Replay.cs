using FeedHub.Storage.Writing;
using Microsoft.AspNetCore.Http.Features;

namespace FeedHub.Nodes;

/// <summary>Answers requests that came to other nodes: by all that a request goes through here, as if it had come by the network.</summary>
internal sealed class Replay(IServiceScopeFactory scopes) : IStartupFilter
{
    private RequestDelegate? _pipeline;

    /// <summary>Notes what a request goes through.</summary>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(pipeline => _pipeline = pipeline);
        next(app);
    };

    /// <summary>Answers a request.</summary>
    /// <param name="sent">It.</param>
    /// <param name="id">Its key, by which what it changes is marked once it is known that it may.</param>
    public async Task<ForwardedAnswer> AnswerAsync(ForwardedRequest sent, long id)
    {
        await using var scope = scopes.CreateAsyncScope();
        var response = new KeptResponse();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature());
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(response.Kept));
        features.Set<IHttpRequestBodyDetectionFeature>(new MayHaveBody(sent.Body.Length > 0));
        var context = new DefaultHttpContext(features) { RequestServices = scope.ServiceProvider };
        sent.Fill(context);
        context.Items[typeof(AskedRequest)] = id;
        await _pipeline!(context);
        await response.StartAsync();
        await response.CompleteAsync();
        return new(
            response.StatusCode,
            response.Headers.ToDictionary(header => header.Key, header => header.Value.ToArray()),
            response.Kept.ToArray());
    }

    private sealed record MayHaveBody(bool CanHaveBody) : IHttpRequestBodyDetectionFeature;

    // What is to be done before the first byte is done once all of them are there.
    private sealed class KeptResponse : HttpResponseFeature
    {
        private readonly Stack<(Func<object, Task> Callback, object State)> _starting = new();
        private readonly Stack<(Func<object, Task> Callback, object State)> _completed = new();

        public MemoryStream Kept { get; } = new();

        public override void OnStarting(Func<object, Task> callback, object state) => _starting.Push((callback, state));

        public override void OnCompleted(Func<object, Task> callback, object state) => _completed.Push((callback, state));

        public Task StartAsync() => RunAsync(_starting);

        public Task CompleteAsync() => RunAsync(_completed);

        private static async Task RunAsync(Stack<(Func<object, Task> Callback, object State)> callbacks)
        {
            while (callbacks.TryPop(out var next))
                await next.Callback(next.State);
        }
    }
}
