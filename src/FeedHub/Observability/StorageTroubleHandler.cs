using FeedHub.Model.Words;
using FeedHub.Storage.Writing;
using Microsoft.AspNetCore.Diagnostics;

namespace FeedHub.Observability;

/// <summary>A request that failed because nothing can be stored says so, rather than that something went wrong.</summary>
internal sealed class StorageTroubleHandler(IStorageHealth health) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (health.ReasonOf(exception) is not { } reason)
            return false;
        health.Report(exception);
        await TypedResults.Problem(reason.Said(), statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
        return true;
    }
}
