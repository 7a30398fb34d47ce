using System.Net;
using System.Net.Sockets;
using FeedHub.Model.Settings;
using FeedHub.Serving.Sending;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace FeedHub.Hosting;

/// <summary>Bounds on what connections cost, for every client and at any speed of reading, writing or asking.</summary>
internal static class SendingSetup
{
    /// <summary>
    /// Long enough for any search that is typed or pasted: it is answered rather than refused before anybody reads it. No more of what a
    /// client sends is kept before it is looked at.
    /// </summary>
    private const int MaxRequestLine = 64 * 1024;

    /// <summary>Bytes that the kernel keeps for a reader beyond what is on its way to it: without a bound, megabytes for each that does not
    /// read.</summary>
    private const int MostUnsent = 32 * 1024;

    // Linux's TCP_NOTSENT_LOWAT, which .NET has no name for.
    private const int TcpLevel = 6;
    private const int NotSentLowWater = 25;

    private const int RoundsAtTheEnd = 5;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>What readers get to take the rest of an answer when FeedHub stops.</summary>
    private static readonly TimeSpan TimeAtTheEnd = TimeSpan.FromSeconds(1);

    /// <summary>Adds them.</summary>
    public static IServiceCollection AddSending(this IServiceCollection services)
    {
        services.AddSingleton<ConnectionSlots>().AddSingleton<AnswerTurns>();
        services.Configure<SocketTransportOptions>(
            transport => (transport.MaxWriteBufferSize, transport.MaxReadBufferSize) = (SlicedBody.SmallSlice, MaxRequestLine));
        services.AddOptions<KestrelServerOptions>().Configure<ConnectionSlots, IOptions<FeedHubOptions>>((server, places, options) =>
        {
            Bound(server.Limits, options.Value.Limits.MinBytesPerSecond);
            server.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection => ServeAsync(connection, next, places)));
        });
        return services;
    }

    /// <summary>Sends every answer in slices that wait for the reader.</summary>
    public static IApplicationBuilder UseSending(this IApplicationBuilder app)
    {
        var places = app.ApplicationServices.GetRequiredService<ConnectionSlots>();
        EndWithTheService(places, app.ApplicationServices.GetRequiredService<IHostApplicationLifetime>());
        return app.Use(
            (context, next) => context.Features.Get<ConnectionSlot>() is { } place
                ? AnswerAsync(context, next, places, place) : next(context));
    }

    // Kestrel alone waits for readers as long as all services may take to stop, and leaves none of that to the others.
    private static void EndWithTheService(ConnectionSlots places, IHostApplicationLifetime lifetime) =>
        lifetime.ApplicationStopping.Register(() => _ = AbortWaitingAsync(places, lifetime.ApplicationStopped));

    private static async Task AbortWaitingAsync(ConnectionSlots places, CancellationToken stopped)
    {
        for (var round = 0; round < RoundsAtTheEnd && !stopped.IsCancellationRequested; round++)
        {
            await Task.Delay(TimeAtTheEnd, CancellationToken.None);
            places.AbortWaiting();
        }
    }

    private static void Bound(KestrelServerLimits limits, int minBytesPerSecond)
    {
        limits.MinResponseDataRate = minBytesPerSecond > 0 ? new(minBytesPerSecond, Grace) : null;
        limits.MaxResponseBufferSize = SlicedBody.SmallSlice;
        (limits.MaxRequestLineSize, limits.MaxRequestBufferSize) = (MaxRequestLine, MaxRequestLine);
        (limits.Http2.InitialConnectionWindowSize, limits.Http2.InitialStreamWindowSize) = (2 * MaxRequestLine, MaxRequestLine);
    }

    private static async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next, ConnectionSlots places)
    {
        if (places.Enter(ClientOf(connection.RemoteEndPoint), () => Abort(connection, "Others need its place.")) is not { } place)
        {
            Abort(connection, "There is no place for it.");
            return;
        }

        try
        {
            BoundKernel(connection);
            connection.Features.Set(place);
            await next(connection);
        }
        finally
        {
            places.Leave(place);
        }
    }

    private static void Abort(ConnectionContext connection, string why) => connection.Abort(new ConnectionAbortedException(why));

    private static void BoundKernel(ConnectionContext connection)
    {
        if (OperatingSystem.IsLinux()
            && connection.Features.Get<IConnectionSocketFeature>()?.Socket is { ProtocolType: ProtocolType.Tcp } socket)
            socket.SetRawSocketOption(TcpLevel, NotSentLowWater, BitConverter.GetBytes(MostUnsent));
    }

    // A client that has one IPv6 address has the 64 bits behind its network too.
    private static string ClientOf(EndPoint? remote) => remote is not IPEndPoint { Address: var address } ? ""
        : address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next, ConnectionSlots places, ConnectionSlot connection)
    {
        places.Begin(connection, context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true);
        try
        {
            if (!HttpProtocol.IsHttp2(context.Request.Protocol) && !HttpProtocol.IsHttp3(context.Request.Protocol))
            {
                await AnswerInSlicesAsync(context, next, places, connection);
                return;
            }

            // One connection carries many: each takes a place.
            if (places.Enter(connection.Client, context.Abort) is not { } place)
            {
                context.Abort();
                return;
            }

            try
            {
                places.Begin(place, readsBody: false);
                await AnswerInSlicesAsync(context, next, places, place);
            }
            finally
            {
                places.Leave(place);
            }
        }
        finally
        {
            places.End(connection);
        }
    }

    private static async Task AnswerInSlicesAsync(HttpContext context, RequestDelegate next, ConnectionSlots places, ConnectionSlot place)
    {
        var inner = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var body = new SlicedBody(context, inner, places, place);
        context.Features.Set<IHttpResponseBodyFeature>(body);
        try
        {
            if (await WaitForTurnAsync(context, body))
                await next(context);
            body.Turn?.End();
            await body.EndAsync();
        }
        catch
        {
            // What has begun cannot be mended; Kestrel ends it as it would without us.
            if (context.Response.HasStarted)
                context.Abort();
            await body.DiscardAsync();
            throw;
        }
        finally
        {
            body.Turn?.End();
            context.Features.Set(inner);
        }
    }

    // Feeds and pages are kept, and sent from memory; lists of the API are made for each reader.
    private static async Task<bool> WaitForTurnAsync(HttpContext context, SlicedBody body)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || !context.Request.Path.StartsWithSegments("/api"))
            return true;
        body.Turn = await context.RequestServices.GetRequiredService<AnswerTurns>().EnterAsync(context.RequestAborted);
        if (body.Turn is not null)
            return true;
        context.Response.Headers.RetryAfter = "5";
        await TypedResults.Problem(
            "Too many ask for lists at the moment. Ask again in a few seconds.",
            statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
        return false;
    }
}
