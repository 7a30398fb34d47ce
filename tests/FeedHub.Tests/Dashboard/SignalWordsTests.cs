using FeedHub.Dashboard.Frame;
using FeedHub.Model.Words;
using FeedHub.Syndication.Reasons;

namespace FeedHub.Tests.Dashboard;

public sealed class SignalWordsTests
{
    [Fact]
    public void ASignal_IsSaidInTheVisitorsLanguage_AndAnUnknownOneAsItIsStored()
    {
        Assert.Equal("titles alike", SignalWords.Of("titles alike"));
        Assert.Equal("judul mirip", Spoken.In(ReasonLanguage.Indonesian, () => SignalWords.Of("titles alike")));
        Assert.Equal("made up", Spoken.In(ReasonLanguage.Indonesian, () => SignalWords.Of("made up")));
    }
}
