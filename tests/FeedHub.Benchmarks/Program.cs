using System.Globalization;
using FeedHub.Benchmarks;
using FeedHub.Benchmarks.Training;

return args switch
{
    ["ingest"] => await IngestBenchmark.RunAsync(sources: 1000, items: 50),
    ["ingest", var sources, var items] => await IngestBenchmark.RunAsync(Number(sources), Number(items)),
    ["reading", var folder] => ReadingBenchmark.Run(folder),
    ["language", var items] => LanguageMeasure.Run(items),
    ["records", var folder, var output] => ReadingRecords.Write(folder, output),
    ["train", var items, var iptc, var seeds, var model] => TrainCommand.Run(items, iptc, seeds, model),
    ["crosscheck", var items, var iptc, var seeds, var folder] => CheckCommand.CrossCheck(items, iptc, seeds, folder),
    ["tags", var items, var output] => CheckCommand.Shipped(items, output, "cold"),
    ["tags", var items, var output, var way] => CheckCommand.Shipped(items, output, way),
    ["tagcost", var items] => TaggingCost.Run(items),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("ingest [SOURCES ITEMS]   a cold start over many sources, against a bare loop of downloads and inserts");
    Console.Error.WriteLine("reading FOLDER   how fast the feeds of a folder are read, against other readers");
    Console.Error.WriteLine("language ITEMS.jsonl   how many headlines are told to be in their language");
    Console.Error.WriteLine("records FOLDER OUT.jsonl   what FeedHub reads from each feed of a folder, one JSON record a line");
    Console.Error.WriteLine("train ITEMS.jsonl IPTC.tsv SEEDS MODEL   the model of categories that ships, from titles, topic names and a folder of seed words");
    Console.Error.WriteLine("crosscheck ITEMS.jsonl IPTC.tsv SEEDS FOLDER   categories of outlets that the model was not trained with, one JSON record a line");
    Console.Error.WriteLine("tags ITEMS.jsonl OUT.jsonl [cold|sure|publisher|day]   categories by the model that ships, one JSON record a line");
    Console.Error.WriteLine("tagcost ITEMS.jsonl   what a classification costs");
    return 2;
}
