using FeedHub.Publishing.Pages;

namespace FeedHub.Tests.Hosting;

/// <summary>The scripts of readers' pages, which are ours.</summary>
internal static class OwnScripts
{
    /// <summary>The page without them: what is left came from elsewhere.</summary>
    public static string WithoutThem(string page)
    {
        foreach (var ours in (string[])[$"\"{PageAssets.ScriptPath}\" defer", .. Begin("en"), .. Begin("id")])
            page = page.Replace($"<script src={ours}></script>", "", StringComparison.Ordinal);
        return page;
    }

    private static string[] Begin(string language) => [$"\"{PageAssets.BeginPathOf(language)}\""];
}
