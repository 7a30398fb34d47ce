using System.Diagnostics;

namespace FeedHub.Tests.Hosting;

/// <summary>A test that needs a file system of its own: skipped, with the reason, where none can be mounted.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.WhyNot.Value;
}

/// <summary>The same, for each of some values.</summary>
public sealed class SmallDiskTheoryAttribute : TheoryAttribute
{
    public SmallDiskTheoryAttribute() => Skip = SmallDisk.WhyNot.Value;
}

/// <summary>A real file system of a few MiB, mounted at a folder.</summary>
public sealed class SmallDisk : IDisposable
{
    /// <summary>Why none can be mounted here; null where one can.</summary>
    internal static readonly Lazy<string?> WhyNot = new(() =>
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return "only root on Linux can mount a small file system";
        var folder = Directory.CreateTempSubdirectory("feedhub-test-");
        try
        {
            Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.FullName);
            Run("umount", folder.FullName);
            return null;
        }
        catch (InvalidOperationException error)
        {
            return $"a small file system cannot be mounted here: {error.Message}";
        }
        finally
        {
            folder.Delete();
        }
    });

    private readonly string _path;

    public SmallDisk(string path, int mebibytes)
    {
        _path = Directory.CreateDirectory(path).FullName;
        Run("mount", "-t", "tmpfs", "-o", $"size={mebibytes}m", "tmpfs", _path);
    }

    private string Filler => Path.Combine(_path, "filler");

    /// <summary>Leaves nothing free.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in (int[])[1024 * 1024, 4096])
        {
            var block = new byte[size];
            try
            {
                while (true)
                    filler.Write(block);
            }
            catch (IOException)
            {
                // Full, which is the purpose.
            }
        }
    }

    public void Free() => File.Delete(Filler);

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", _path);

    public void Dispose() => Run("umount", "-l", _path);

    internal static void Run(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} did not start");
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(error.Trim());
    }
}
