using System.Globalization;
using FeedHub.Benchmarks;

return args switch
{
    ["ingest"] => await IngestBenchmark.RunAsync(sources: 1000, items: 50),
    ["ingest", var sources, var items] => await IngestBenchmark.RunAsync(Number(sources), Number(items)),
    ["publish"] => await PublishBenchmark.RunAsync(stories: 100_000),
    ["publish", var stories] => await PublishBenchmark.RunAsync(Number(stories)),
    ["serve", var file, var etag] => await PublishBenchmark.ServeAsync(file, etag),
    ["reading", var folder] => ReadingBenchmark.Run(folder),
    ["language", var items] => LanguageMeasure.Run(items),
    ["records", var folder, var output] => ReadingRecords.Write(folder, output),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("ingest [SOURCES ITEMS]   a cold start over many sources, against a bare loop of downloads and inserts");
    Console.Error.WriteLine("publish [STORIES]   the merged feed over many stories, against Kestrel that serves the same bytes from memory");
    Console.Error.WriteLine("reading FOLDER   how fast the feeds of a folder are read, against other readers");
    Console.Error.WriteLine("language ITEMS.jsonl   how many headlines are told to be in their language");
    Console.Error.WriteLine("records FOLDER OUT.jsonl   what FeedHub reads from each feed of a folder, one JSON record a line");
    return 2;
}
