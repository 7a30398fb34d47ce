using FeedHub.Storage.Writing;

namespace FeedHub.Storage.Engines.Postgres;

/// <summary>Leases of hosts in their table.</summary>
internal sealed class PostgresHostLeases(PostgresDatabase database) : IHostLeases
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ClaimAsync(IReadOnlyList<string> hosts, int most, TimeSpan length) =>
        HostsAsync(HostLeaseWords.Claim, hosts, length, most);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptHost>> RenewAsync(IReadOnlyList<string> hosts, TimeSpan length) => await database.QueryAsync(
        HostLeaseWords.Renew,
        row => new KeptHost(row.GetString(0), row.GetBoolean(1)),
        hosts.ToArray(), database.Node.Run, (long)length.TotalMilliseconds);

    /// <inheritdoc/>
    public Task WantAsync(string host) => database.QueryAsync(HostLeaseWords.Want, _ => 0, host, database.Node.Run);

    /// <inheritdoc/>
    public Task ReleaseAsync(IReadOnlyList<string> hosts, TimeSpan gap) => HostsAsync(HostLeaseWords.Release, hosts, gap);

    /// <inheritdoc/>
    public async Task FreeAsync()
    {
        await database.QueryAsync(HostLeaseWords.Free, _ => 0, database.Node.Run);
        await database.QueryAsync(HostLeaseWords.Forget, _ => 0);
    }

    private async Task<IReadOnlyList<string>> HostsAsync(string sql, IReadOnlyList<string> hosts, TimeSpan length, int? most = null)
    {
        object[] values = [hosts.ToArray(), database.Node.Run, (long)length.TotalMilliseconds];
        return await database.QueryAsync(sql, row => row.GetString(0), most is { } limit ? [.. values, limit] : values);
    }
}
