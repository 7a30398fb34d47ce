using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace FeedHub.Benchmarks.Fuzzing;

/// <summary>Requests to a running service over sources that are as odd: pages, forms, the API, the hub.</summary>
internal sealed class RequestPart : IFuzzPart
{
    private const int BetweenServices = 4_000;
    private const int BetweenLooks = 100;
    private const double MostGrowth = 500;

    // What is made once and kept may take long the first time.
    private const int MostMisses = 2;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BusyTime = TimeSpan.FromMinutes(1);

    private readonly FuzzPublisher _publisher = new();
    private readonly Dictionary<int, int> _statuses = [];
    private FuzzedService? _service;
    private RequestSeeds? _seeds;
    private RequestMaker? _maker;
    private int _sent;
    private int _services;
    private double _least;
    private double _most;

    public string Name => "requests";

    public string Progress =>
        string.Create(CultureInfo.InvariantCulture,
            $" ({string.Join(", ", _statuses.OrderBy(s => s.Key).Select(s => $"{s.Value} × {NameOf(s.Key)}"))}; "
                + $"{_services} services, at most {_most:F0} MB)");

    private static string NameOf(int status) => status == 0 ? "none" : status.ToString(CultureInfo.InvariantCulture);

    public async Task TryAsync(Random random, Func<Finding, bool> isNew, Action<Finding, byte[]> report)
    {
        if (_sent++ % BetweenServices == 0 || _service!.HasEnded)
            await RestartAsync(random);
        else if (_sent % BetweenLooks == 0 && !await LookAsync(random, report))
            await RestartAsync(random);
        var request = _maker!.Make(random);
        var answer = await AskAsync(request);
        _statuses[answer?.Status ?? 0] = _statuses.GetValueOrDefault(answer?.Status ?? 0) + 1;
        var findings = AnswerCheck.Broken(Encoding.UTF8.GetString(request), answer).Concat(_service!.Troubles());
        foreach (var finding in _service.HasEnded ? findings.Append(new("the service ended", "")) : findings)
            report(finding, request);
    }

    public async ValueTask DisposeAsync()
    {
        _seeds?.Dispose();
        if (_service is not null)
            await _service.DisposeAsync();
        await _publisher.DisposeAsync();
    }

    // A machine that is busy with other things is not a fault of the service: it is where a plain request is answered at once meanwhile.
    private async Task<RawAnswer?> AskAsync(byte[] request)
    {
        var misses = 0;
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < BusyTime;)
        {
            if (await RawRequest.SendAsync(_service!.Address, request, MostTime) is { } answer)
                return answer;
            var plain = Stopwatch.StartNew();
            await RawRequest.SendAsync(
                _service!.Address,
                "GET /healthz/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8.ToArray(),
                BusyTime);
            if (plain.Elapsed < AtOnce && ++misses == MostMisses)
                return null;
        }

        return new(null, new Dictionary<string, string>(), []);
    }

    // By turns with a password, where everything is guarded, and without.
    private async Task RestartAsync(Random random)
    {
        _seeds?.Dispose();
        if (_service is null)
            await _publisher.StartAsync();
        else
            await _service.DisposeAsync();
        var hasPassword = ++_services % 2 == 0;
        _service = await FuzzedService.StartAsync(_publisher.Address.Port, hasPassword);
        _seeds = new(_service.Address);
        _maker = new(_seeds, _service.Address, _publisher.Address, hasPassword);
        if (hasPassword)
            await _seeds.SignInAsync();
        await AddAsync(random, 10);
        await _seeds.RefreshAsync();
        _least = 0;
    }

    // Memory counts from the first look: by then most code has run once.
    private async Task<bool> LookAsync(Random random, Action<Finding, byte[]> report)
    {
        var resident = _service!.Resident;
        (_least, _most) = (_least == 0 ? resident : Math.Min(_least, resident), Math.Max(_most, resident));
        if (resident - _least > MostGrowth)
            report(
                new("memory grows beyond its bound", string.Create(CultureInfo.InvariantCulture, $"from {_least:F0} to {resident:F0} MB")),
                []);
        await AddAsync(random, 2);
        return await _seeds!.RefreshAsync();
    }

    private async Task AddAsync(Random random, int count)
    {
        for (var n = 0; n < count; n++)
            await _seeds!.AddAsync(
                new(_publisher.Address, $"feed/{random.Next(5000)}{random.Pick(["", $"?apikey={FuzzAddress.Secret}"])}"));
    }
}
