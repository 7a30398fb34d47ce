// Two cores, and much of a test is waiting: for a poll, for a lease, for an answer.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
[assembly: TestCollectionOrderer("FeedHub.Tests.Hosting.ProcessesFirst", "FeedHub.Tests")]
