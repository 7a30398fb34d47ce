namespace FeedHub.Storage.Writing;

/// <summary>
/// The one writer of the search index, beside that of polls: the index is a file of its own, so that neither waits for the other
/// (docs/notes/search.md). One at a time has its turn, and keeps the index as it is while it has.
/// </summary>
public sealed class SearchWriter(ISearchEngine engine, IStorageHealth health) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private WriteSession? _session;

    /// <summary>Waits for a turn, which ends when it is disposed of.</summary>
    public async Task<IDisposable> TurnAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        return new Turn(_turn);
    }

    /// <summary>Runs <paramref name="work"/> in a transaction; who calls it has the turn. What it throws undoes all of its
    /// changes.</summary>
    /// <exception cref="SearchIndexLostException">The index is gone or damaged.</exception>
    public T Run<T>(Func<WriteSession, T> work)
    {
        try
        {
            if (!engine.IsThere)
                throw new FileNotFoundException("its file is missing");
            var session = _session ??= new WriteSession(engine);
            session.Begin();
            var result = work(session);
            session.Commit();
            return result;
        }
        catch (Exception failure)
        {
            GiveUp();
            if (engine.IsLost(failure))
                throw new SearchIndexLostException(failure.Message, failure);
            health.Report(failure);
            throw;
        }
    }

    /// <summary>Waits for a turn and runs <paramref name="work"/> in it.</summary>
    /// <exception cref="SearchIndexLostException">The index is gone or damaged.</exception>
    public async Task<T> RunAsync<T>(Func<WriteSession, T> work, CancellationToken cancellation)
    {
        using var turn = await TurnAsync(cancellation);
        return await Task.Run(() => Run(work), CancellationToken.None);
    }

    /// <summary>
    /// Waits for a turn and writes parts of the index together, in a small step that is a transaction of its own: new stories wait for
    /// one step alone. Nothing does it while stories are read into the index: then the many small parts are written once, when nothing
    /// waits.
    /// </summary>
    /// <param name="isOfAll">True for the first step of writing all of it again.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False if there is nothing more to do.</returns>
    public Task<bool> MergeAsync(bool isOfAll, CancellationToken cancellation) =>
        RunAsync(session => engine.Merge(session, isOfAll), cancellation);

    /// <summary>Makes an empty index in the place of one that is lost; who calls it has the turn. Returns the number that it
    /// bears.</summary>
    public long MakeNew()
    {
        GiveUp();
        return engine.MakeNew();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        GiveUp();
        _turn.Dispose();
    }

    // With the connection goes its transaction.
    private void GiveUp()
    {
        _session?.Dispose();
        _session = null;
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? _turn = turn;

        public void Dispose() => Interlocked.Exchange(ref _turn, null)?.Release();
    }
}
