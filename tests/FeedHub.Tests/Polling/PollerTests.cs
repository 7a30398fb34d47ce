using FeedHub.Polling;

namespace FeedHub.Tests.Polling;

public sealed class PollerTests
{
    [Fact]
    public void The_main_path_reads_with_at_most_eight_collaborators() =>
        Assert.InRange(typeof(Poller).GetConstructors().Single().GetParameters().Length, 1, 8);
}
