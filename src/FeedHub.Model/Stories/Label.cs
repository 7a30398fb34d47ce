namespace FeedHub.Model.Stories;

/// <summary>A pair that a person judged. It has copies of both texts, since items are purged and labels are not.</summary>
public sealed class Label
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Who judged.</summary>
    public required string By { get; set; }

    /// <summary>True: the same article.</summary>
    public bool IsSame { get; set; }

    public required LabelledItem First { get; set; }

    public required LabelledItem Second { get; set; }
}
