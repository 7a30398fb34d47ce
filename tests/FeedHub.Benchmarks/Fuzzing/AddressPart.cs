namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>Addresses: of sources, redirects, lists; what is refused, what is shown.</summary>
internal sealed class AddressPart : IFuzzPart
{
    private const int PerCase = 50;

    private readonly AddressCheck _check = new();
    private long _refused;

    public string Name => "addresses";

    public string Progress => $" (of {PerCase} each; the guard refused {_refused})";

    public async Task TryAsync(Random random, Func<Finding, bool> isNew, Action<Finding, byte[]> report)
    {
        for (var n = 0; n < PerCase; n++)
        {
            var address = FuzzAddress.Make(random);
            foreach (var finding in await _check.RunAsync(address, FuzzAddress.Make(random)))
                report(finding, System.Text.Encoding.UTF8.GetBytes(address));
        }

        _refused = _check.Refused;
        foreach (var (finding, list) in ListCheck.Run(random))
            report(finding, list);
    }

    public ValueTask DisposeAsync() => default;
}
