using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FeedHub.Storage.Tables;

/// <summary>Edits that could not be stored tell of the storage as polls do.</summary>
internal sealed class FailedEdits(IStorageHealth health) : SaveChangesInterceptor
{
    public override void SaveChangesFailed(DbContextErrorEventData eventData) => health.Report(eventData.Exception);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        health.Report(eventData.Exception);
        return Task.CompletedTask;
    }
}
