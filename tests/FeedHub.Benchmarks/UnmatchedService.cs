using FeedHub.Hosting;
using FeedHub.Model.Stories;
using FeedHub.Syndication.Matching;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FeedHub.Benchmarks;

/// <summary>FeedHub as it is, and with matching taken out, each as a process of the benchmark's own: what the other costs is the
/// difference.</summary>
internal static class UnmatchedService
{
    /// <summary>Runs the service until it is stopped.</summary>
    public static Task<int> RunAsync(bool isMatching, string[] args)
    {
        var builder = FeedHub.Program.CreateBuilder(args);
        if (!isMatching)
            builder.Services.Replace(ServiceDescriptor.Singleton<Fingerprinter>(new NoFingerprints()));
        return Start.RunAsync(builder);
    }

    private sealed class NoFingerprints : Fingerprinter
    {
        public override Fingerprint? Of(string? title, string text) => null;
    }
}
