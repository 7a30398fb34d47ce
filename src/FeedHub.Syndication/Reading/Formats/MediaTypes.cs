namespace FeedHub.Syndication.Reading.Formats;

/// <summary>Media types of files that are attached without one.</summary>
internal static class MediaTypes
{
    private static readonly Dictionary<string, string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["jpg"] = "image/jpeg", ["jpeg"] = "image/jpeg", ["png"] = "image/png", ["gif"] = "image/gif", ["webp"] = "image/webp",
        ["avif"] = "image/avif", ["svg"] = "image/svg+xml", ["mp3"] = "audio/mpeg", ["m4a"] = "audio/mp4", ["aac"] = "audio/aac",
        ["ogg"] = "audio/ogg", ["oga"] = "audio/ogg", ["opus"] = "audio/ogg", ["wav"] = "audio/wav", ["flac"] = "audio/flac",
        ["mp4"] = "video/mp4", ["m4v"] = "video/mp4", ["webm"] = "video/webm", ["mov"] = "video/quicktime", ["ogv"] = "video/ogg",
        ["m3u8"] = "application/vnd.apple.mpegurl", ["pdf"] = "application/pdf",
    };

    /// <summary>The type that the ending of an address's path stands for, or null.</summary>
    public static string? OfEnding(string url)
    {
        var path = url.Split('?', '#')[0];
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.LastIndexOf('.') is var dot and > 0 ? Endings.GetValueOrDefault(name[(dot + 1)..]) : null;
    }

    /// <summary>The range of types of a <c>medium</c> of Media RSS, such as <c>image/*</c>: more is not known; null for others.</summary>
    public static string? OfMedium(string? medium) => medium?.Trim().ToLowerInvariant() is "image" or "audio" or "video"
        ? medium.Trim().ToLowerInvariant() + "/*"
        : null;
}
