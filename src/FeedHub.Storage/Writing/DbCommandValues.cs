using System.Data.Common;

namespace FeedHub.Storage.Writing;

/// <summary>Parameters of commands of any engine.</summary>
internal static class DbCommandValues
{
    /// <summary>Adds a parameter; null is SQL's.</summary>
    public static void AddValue(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        command.Parameters.Add(parameter);
    }
}
