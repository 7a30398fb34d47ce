using FeedHub.Model.Words;

namespace FeedHub.Sources.Declaration;

/// <summary>Collects what is wrong, so that one look at the file tells all of it.</summary>
internal sealed class FeedsFileErrors(FilePositions positions)
{
    private readonly List<(int Offset, string Message)> _found = [];

    public void Add(PositionedJson at, string message) => Add(at.Offset, message);

    public void Add(int offset, string message) => _found.Add((offset, message));

    /// <summary>From 1.</summary>
    public int LineOf(PositionedJson value) => PlaceOf(value).Line;

    /// <summary>Both from 1.</summary>
    public (int Line, int Column) PlaceOf(PositionedJson value) => positions.At(value.Offset);

    public IReadOnlyList<FeedsFileError> InFileOrder() =>
        [.. _found.OrderBy(e => e.Offset).Select(e => At(positions.At(e.Offset), e.Message))];

    private static FeedsFileError At((int Line, int Column) place, string message) =>
        new(place.Line, place.Column, Words.As(message));
}
