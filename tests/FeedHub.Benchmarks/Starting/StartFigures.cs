namespace FeedHub.Benchmarks.Starting;

/// <summary>What one start took and what the process cost after it.</summary>
/// <param name="FirstAnswer">From the start of the process to its first whole answer.</param>
/// <param name="Cpu">CPU of the process until then.</param>
/// <param name="Resident">Resident memory in MB (<c>VmRSS</c>) when it had been left alone.</param>
/// <param name="Peak">The most it ever had, in MB (<c>VmHWM</c>).</param>
/// <param name="Threads">Threads of the process when it had been left alone.</param>
/// <param name="Idle">CPU of the process while it was left alone, as a share of one core.</param>
internal readonly record struct StartFigures(
    TimeSpan FirstAnswer, TimeSpan Cpu, double Resident, double Peak, double Threads, double Idle);
