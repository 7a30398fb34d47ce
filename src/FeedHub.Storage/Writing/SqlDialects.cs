using System.Collections.Concurrent;
using System.Data.Common;

namespace FeedHub.Storage.Writing;

/// <summary>Which words the engine of a connection understands.</summary>
public static class SqlDialects
{
    private static readonly ConcurrentDictionary<Type, ISqlDialect> Known = new();

    /// <summary>An engine's connections are of this type, and understand this.</summary>
    public static void Add(Type connection, ISqlDialect dialect) => Known[connection] = dialect;

    /// <summary>Those of this connection's engine; statements as they are written where none were added.</summary>
    public static ISqlDialect Of(DbConnection connection) => Known.GetValueOrDefault(connection.GetType(), SqlAsWritten.Instance);
}
