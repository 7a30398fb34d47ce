using System.Globalization;
using FeedHub.Tests.Hosting;

namespace FeedHub.Tests.Nodes;

/// <summary>A long trial, run by <c>.ci/long nodes</c> alone.</summary>
public sealed class TrialFactAttribute : FactAttribute
{
    public TrialFactAttribute()
    {
        if (Times == 0 || TestPostgres.Server is null)
            Skip = "A long trial: .ci/long nodes runs it.";
    }

    /// <summary>How often something is disturbed.</summary>
    public static int Times { get; } = Number("FEEDHUB_TRIAL_TIMES", 0);

    /// <summary>By which a run is done again.</summary>
    public static int Seed { get; } = Number("FEEDHUB_TRIAL_SEED", 1);

    /// <summary>How many sources there are.</summary>
    public static int Sources { get; } = Number("FEEDHUB_TRIAL_SOURCES", 40);

    private static int Number(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : usual;
}
