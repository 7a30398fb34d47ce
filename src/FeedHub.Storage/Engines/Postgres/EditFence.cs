using System.Data.Common;
using FeedHub.Storage.Writing;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>
/// Holds the owner's edits by EF Core to the number under which it stores, as its writer is held: who was replaced and does not know it
/// changes nothing. Such an edit is told of, since other nodes keep in memory what it changed.
/// </summary>
internal sealed class EditFence(Ownership ownership, Action edited) : DbCommandInterceptor, IDbTransactionInterceptor
{
    /// <summary>SQLSTATE of <c>feedhub_fence</c>: another node stores now.</summary>
    internal const string Replaced = "FH001";

    /// <inheritdoc/>
    public DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var check = Check(connection, result);
        check?.ExecuteNonQuery();
        return result;
    }

    /// <inheritdoc/>
    public async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await using var check = Check(connection, result);
        if (check is not null)
            await check.ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    /// <inheritdoc/>
    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Fence(command);
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Fence(command);
        return new(result);
    }

    /// <inheritdoc/>
    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => edited();

    /// <inheritdoc/>
    public Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        edited();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        edited();
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        edited();
        return new(result);
    }

    private DbCommand? Check(DbConnection connection, DbTransaction transaction)
    {
        if (!ownership.IsOwner)
            return null;
        var check = connection.CreateCommand();
        (check.Transaction, check.CommandText) = (transaction, Words());
        return check;
    }

    // Statements that go together are one transaction, without one of their own.
    private void Fence(DbCommand command)
    {
        if (ownership.IsOwner && command.Transaction is null)
            command.CommandText = $"{Words()};{Environment.NewLine}{command.CommandText}";
    }

    private string Words() => AskedRequest.Current is { } asked
        ? $"SELECT feedhub_fence({ownership.Epoch}, {asked})"
        : $"SELECT feedhub_fence({ownership.Epoch})";
}
