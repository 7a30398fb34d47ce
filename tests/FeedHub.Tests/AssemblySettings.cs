// One more than the cores: much of a test is waiting, for a poll, for a lease, for an answer.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
[assembly: TestCollectionOrderer("FeedHub.Tests.Hosting.ProcessesFirst", "FeedHub.Tests")]
