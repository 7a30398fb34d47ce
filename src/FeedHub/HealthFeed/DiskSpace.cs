using FeedHub.Model.Settings;
using FeedHub.Storage.Files;
using FeedHub.Syndication.Reasons;
using Microsoft.Extensions.Options;

namespace FeedHub.HealthFeed;

/// <summary>The space that is left on the disk of the data directory.</summary>
public sealed class DiskSpace(IDataDirectory data, IOptions<FeedHubOptions> options)
{
    private const long Megabyte = 1024 * 1024;

    // So that a disk at the line does not come and go.
    private const double Margin = 1.1;

    /// <summary>Megabytes left, or null where the system does not say.</summary>
    public long? Left
    {
        get
        {
            try
            {
                return new DriveInfo(data.Directory).AvailableFreeSpace / Megabyte;
            }
            catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
            {
                return null;
            }
        }
    }

    /// <summary>Says so if there is less left than there should be, else null.</summary>
    public Reason? Trouble => Left is { } left && left < Line
        ? Reason.Of(ReasonCode.DiskLow, left, data.Directory, Line)
        : null;

    /// <summary>True if there is clearly enough.</summary>
    public bool IsPlenty => Left is not { } left || left >= Line * Margin;

    private int Line => options.Value.Health.MinFreeMegabytes;
}
