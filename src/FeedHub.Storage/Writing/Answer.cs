namespace FeedHub.Storage.Writing;

/// <summary>What a question is answered by, which need not be known at once (<see cref="WriteSession.Ask"/>).</summary>
public sealed class Answer<T>
{
    private readonly Action<Answer<T>> _fetch;
    private IReadOnlyList<T>? _rows;

    internal Answer(Action<Answer<T>> fetch) => _fetch = fetch;

    /// <summary>Its rows; waited for where they are not there yet.</summary>
    /// <exception cref="InvalidOperationException">The transaction of the question has ended.</exception>
    public IReadOnlyList<T> Rows
    {
        get
        {
            if (_rows is null)
                _fetch(this);
            return _rows ?? throw new InvalidOperationException("It was not answered within its transaction.");
        }
    }

    internal void Take(IReadOnlyList<T> rows) => _rows = rows;
}
