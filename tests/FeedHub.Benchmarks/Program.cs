using System.Globalization;
using FeedHub.Benchmarks;
using FeedHub.Benchmarks.Schedule;

return args switch
{
    ["ingest"] => await IngestBenchmark.RunAsync(sources: 1000, items: 50),
    ["ingest", var sources, var items] => await IngestBenchmark.RunAsync(Number(sources), Number(items)),
    ["reading", var folder] => ReadingBenchmark.Run(folder),
    ["language", var items] => LanguageMeasure.Run(items),
    ["records", var folder, var output] => ReadingRecords.Write(folder, output),
    ["polls"] => await PollsBenchmark.RunAsync(sources: 2000),
    ["polls", var sources] => await PollsBenchmark.RunAsync(Number(sources)),
    ["schedule"] => ScheduleBenchmark.Run(null),
    ["schedule", var folder] => ScheduleBenchmark.Run(folder),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("ingest [SOURCES ITEMS]   a cold start over many sources, against a bare loop of downloads and inserts");
    Console.Error.WriteLine("reading FOLDER   how fast the feeds of a folder are read, against other readers");
    Console.Error.WriteLine("language ITEMS.jsonl   how many headlines are told to be in their language");
    Console.Error.WriteLine("records FOLDER OUT.jsonl   what FeedHub reads from each feed of a folder, one JSON record a line");
    Console.Error.WriteLine("polls [SOURCES]   polls of sources that have not changed, against a bare loop of conditional GETs");
    Console.Error.WriteLine("schedule [FOLDER]   delay against requests of FeedHub's rule and others, over made-up rhythms and the dates of a folder's feeds");
    return 2;
}
