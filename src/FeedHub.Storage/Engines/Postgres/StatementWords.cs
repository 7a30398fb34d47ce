using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>Statements that run by way of EF Core say what PostgreSQL understands, and give it only what it can store.</summary>
internal sealed class StatementWords : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Say(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        Say(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Say(command);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Say(command);
        return ValueTask.FromResult(result);
    }

    private static void Say(DbCommand command)
    {
        // What EF Core writes itself it writes for PostgreSQL already.
        if (command.CommandText.Contains("json_each(", StringComparison.Ordinal))
            command.CommandText = PostgresDialect.Instance.Text(command.CommandText);
        foreach (DbParameter parameter in command.Parameters)
        {
            if (parameter.Value is string text)
                parameter.Value = PostgresDialect.Storable(text);
        }
    }
}
