namespace FeedHub.Syndication.Identity;

/// <summary>How one property of two items compares.</summary>
internal enum Agreement
{
    /// <summary>Missing on one side or both: speaks neither for nor against.</summary>
    Unknown,
    Same,
    Differs,
}

/// <summary>What speaks for and against two items being one.</summary>
internal readonly record struct Evidence(Agreement Guid, Agreement Link, Agreement Title, Agreement Published)
{
    public static Evidence Of(IdentifiedItem candidate, KnownItem known) => new(
        Compare(Bounds.Id(ItemFacts.Trimmed(candidate.Item.Id)), Bounds.Id(ItemFacts.Trimmed(known.Guid))),
        Compare(candidate.CanonicalUrl, known.CanonicalUrl),
        Compare(TitleText.Normalise(candidate.Item.Title), TitleText.Normalise(known.Title)),
        Compare(Seconds(candidate.Item.Published), Seconds(known.Published)));

    public bool Confirms(KeyKind kind) => kind switch
    {
        KeyKind.Guid => !AllDiffer(Link, Title, Published),
        KeyKind.Link => !AllDiffer(Guid, Title, Published),
        KeyKind.GuidPath => Title == Agreement.Same || Published == Agreement.Same,
        KeyKind.Path => Title == Agreement.Same,

        // Tables such as gold prices come out under one title at one time, each at its own address. Where no title is known
        // the key was made from the whole item, and the key alone is the agreement.
        KeyKind.TitleDate => !AllDiffer(Guid, Link) && (Title != Agreement.Differs || Published == Agreement.Same),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of key"),
    };

    private static bool AllDiffer(params ReadOnlySpan<Agreement> agreements) => !agreements.ContainsAnyExcept(Agreement.Differs);

    private static Agreement Compare<T>(T? one, T? other) => (one, other) switch
    {
        (null, _) or (_, null) => Agreement.Unknown,
        _ => EqualityComparer<T>.Default.Equals(one, other) ? Agreement.Same : Agreement.Differs,
    };

    private static long? Seconds(DateTimeOffset? time) => time?.ToUnixTimeSeconds();
}
