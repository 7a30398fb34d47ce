namespace FeedHub.Browser.Tests;

/// <summary>A test in a real browser: skipped, with the reason, where there is none, but never on CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "no chromium on the PATH (Debian: apt-get install chromium)";
    }

    /// <summary>Path of Chromium, or null.</summary>
    public static string? Chromium { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser" }.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
