// One service at a time: Hangfire keeps its log provider in a static, which the last service to start sets and takes with it when it
// is disposed; another one that starts in that moment would run without workers.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
