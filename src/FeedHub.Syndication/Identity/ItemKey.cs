namespace FeedHub.Syndication.Identity;

/// <summary>What kind of evidence a key is; the first four in falling order of strength. Numbers are stored.</summary>
public enum KeyKind
{
    /// <summary>The guid as published.</summary>
    Guid,

    /// <summary>The canonical address of the item's page.</summary>
    Link,

    /// <summary>A guid that is an address, without scheme and host: it survives a move of the site. Needs a second signal.</summary>
    GuidPath,

    /// <summary>
    /// Title with publication time (or title alone where there is no time and nothing else; or, where even that is missing
    /// or not its own, everything the item holds).
    /// </summary>
    TitleDate,

    /// <summary>
    /// The address without its parameters, where its path names the article and the parameters may be the list's: or the address that the
    /// page gives itself. Needs the same title.
    /// </summary>
    Path,
}

/// <summary>A key of an item within its source.</summary>
/// <param name="Kind">What it was made from.</param>
/// <param name="Hash">First 8 bytes of SHA-256 over kind and value: the same for ever, on every machine.</param>
public readonly record struct ItemKey(KeyKind Kind, long Hash)
{
    /// <summary>Key of an item by the address that its page gives itself, in its canonical form.</summary>
    public static ItemKey OfPage(string canonical) => Of(KeyKind.Path, canonical);

    // Stored for ever: the letters must not follow a renaming of the enum.
    internal static ItemKey Of(KeyKind kind, string value) => new(kind, ItemIdentity.Hash(Letter(kind) + "\n" + value));

    private static string Letter(KeyKind kind) => kind switch
    {
        KeyKind.Guid => "g",
        KeyKind.Link or KeyKind.Path => "l",
        KeyKind.GuidPath => "p",
        KeyKind.TitleDate => "t",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of key"),
    };
}
