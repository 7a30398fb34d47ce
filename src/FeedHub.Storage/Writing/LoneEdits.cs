namespace FeedHub.Storage.Writing;

/// <summary>
/// Edits that stand alone, each in a transaction and on a connection of its own: they wait for the writer where it is at work, and need it
/// not before it runs.
/// </summary>
public sealed class LoneEdits(IWriterEngine engine, IStorageHealth health)
{
    /// <summary>Makes an edit; what it throws undoes all of it, and is thrown here.</summary>
    public T Run<T>(Func<WriteSession, T> edit)
    {
        var result = RunUntold(edit);
        engine.Edited();
        return result;
    }

    /// <summary>The same, of what no node keeps in memory.</summary>
    internal T RunUntold<T>(Func<WriteSession, T> edit)
    {
        try
        {
            using var session = new WriteSession(engine, engine.OpenForEditing());
            session.BeginEdit();
            session.Mark(AskedRequest.Current);
            var result = edit(session);
            session.Commit();
            return result;
        }
        catch (Exception failure)
        {
            health.Report(failure);
            throw;
        }
    }
}
