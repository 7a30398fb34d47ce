using System.Globalization;
using FeedHub.Benchmarks;
using FeedHub.Benchmarks.Fuzzing;
using FeedHub.Benchmarks.GivenSources;
using FeedHub.Benchmarks.Nodes;
using FeedHub.Benchmarks.Readers;
using FeedHub.Benchmarks.Schedule;
using FeedHub.Benchmarks.Speed;
using FeedHub.Benchmarks.Stages;
using FeedHub.Benchmarks.Starting;
using FeedHub.Benchmarks.Training;

return args switch
{
    ["speed"] => await SpeedBenchmark.RunAsync(sources: 400, items: 50),
    ["speed", var sources, var items] => await SpeedBenchmark.RunAsync(Number(sources), Number(items)),
    ["speed", var sources, var items, var program] => await SpeedBenchmark.RunAsync(Number(sources), Number(items), program),
    ["speed", var sources, var items, var program, var rounds] =>
        await SpeedBenchmark.RunAsync(Number(sources), Number(items), program, Number(rounds)),
    ["speed-schedule"] => await ScheduleCost.RunAsync(sources: 400, minutes: 2),
    ["speed-schedule", var sources, var minutes] => await ScheduleCost.RunAsync(Number(sources), Number(minutes)),
    ["speed-schedule", var sources, var minutes, var program] => await ScheduleCost.RunAsync(Number(sources), Number(minutes), program),
    ["speed-large", var stories, var sources] => await LargeWindow.RunAsync(Number(stories), Number(sources)),
    ["speed-large", var stories, var sources, var program] => await LargeWindow.RunAsync(Number(stories), Number(sources), program),
    ["start"] => await StartBenchmark.RunAsync(program: null, times: 5),
    ["start", var program] => await StartBenchmark.RunAsync(program, times: 5),
    ["start", var program, var times, var seconds] =>
        await StartBenchmark.RunAsync(program, Number(times), double.Parse(seconds, CultureInfo.InvariantCulture)),
    ["bare-pipe", var addresses, var database] => await BarePipe.RunAsync(addresses, database),
    ["ingest"] => await IngestBenchmark.RunAsync(sources: 1000, items: 50),
    ["ingest", var sources, var items] => await IngestBenchmark.RunAsync(Number(sources), Number(items)),
    ["ingest-matching"] => await IngestBenchmark.RunMatchingAsync(sources: 400, items: 50),
    ["ingest-matching", var sources, var items] => await IngestBenchmark.RunMatchingAsync(Number(sources), Number(items)),
    ["serve", .. var rest] => await UnmatchedService.RunAsync(isMatching: true, rest),
    ["serve-unmatched", .. var rest] => await UnmatchedService.RunAsync(isMatching: false, rest),
    ["stories-start", var stories] => await StoriesStartBenchmark.RunAsync(Number(stories)),
    ["publish"] => await PublishBenchmark.RunAsync(stories: 100_000),
    ["publish", var stories] => await PublishBenchmark.RunAsync(Number(stories)),
    ["publish", var stories, var folder] => await PublishBenchmark.RunAsync(Number(stories), folder),
    ["serve-bytes", var file, var etag] => await PublishBenchmark.ServeAsync(file, etag),
    ["slow-readers"] => await SlowReadersTrial.RunAsync(count: 9000),
    ["slow-readers", var count] => await SlowReadersTrial.RunAsync(Number(count)),
    ["readers"] => await ReadersCommand.RunAsync(publishers: 40, storiesADay: 800, days: 7),
    ["readers", var days] => await ReadersCommand.RunAsync(publishers: 40, storiesADay: 800, Number(days)),
    ["reading", var folder] => ReadingBenchmark.Run(folder),
    ["stages"] => StagesBenchmark.Run(),
    ["language", var items] => LanguageMeasure.Run(items),
    ["articles", var folder] => ArticlesCommand.Run(folder),
    ["articles", var folder, "--joined"] => ArticlesCommand.RunJoined(folder),
    ["records", var folder, var output] => ReadingRecords.Write(folder, output),
    ["lists", var folder] => ListsCommand.Run(folder),
    ["sitemaps", var folder] => SitemapsCommand.Run(folder),
    ["stories", var items, var output] => StoriesMeasure.Run(items, output, whole: true),
    ["stories", var items, var output, "summary"] => StoriesMeasure.Run(items, output, whole: false),
    ["stories", var items, var output, var text and ("whole" or "summary"), var seed] => StoriesMeasure.Run(
        items, output, text == "whole", Number(seed)),
    ["matching"] => MatchingBenchmark.Run([10_000, 100_000, 1_000_000]),
    ["matching", .. var sizes] => MatchingBenchmark.Run([.. sizes.Select(Number)]),
    ["events", var items, var output] => EventsMeasure.Run(items, output),
    ["events", var items, var output, var seed] => EventsMeasure.Run(items, output, Number(seed)),
    ["events", var items, var output, var seed, var line] => EventsMeasure.Run(
        items,
        output,
        Number(seed),
        double.Parse(line, CultureInfo.InvariantCulture)),
    ["events-cost"] => EventsBenchmark.Run([10_000, 100_000, 1_000_000]),
    ["events-cost", .. var sizes] => EventsBenchmark.Run([.. sizes.Select(Number)]),
    ["signals", var items, var pairs, var output] => StoriesMeasure.Signals(items, pairs, output),
    ["train", var items, var iptc, var seeds, var model] => TrainCommand.Run(items, iptc, seeds, model),
    ["crosscheck", var items, var iptc, var seeds, var folder] => CheckCommand.CrossCheck(items, iptc, seeds, folder),
    ["tags", var items, var output] => CheckCommand.Shipped(items, output, "cold"),
    ["tags", var items, var output, var way] => CheckCommand.Shipped(items, output, way),
    ["guess", var folder] => GuessCommand.Run(folder),
    ["tagcost", var items] => TaggingCost.Run(items),
    ["retag", var items] => await RetagBenchmark.RunAsync(items, count: 20_000),
    ["retag", var items, var count] => await RetagBenchmark.RunAsync(items, Number(count)),
    ["polls"] => await PollsBenchmark.RunAsync(sources: 2000),
    ["polls", var sources] => await PollsBenchmark.RunAsync(Number(sources)),
    ["nodes-drain"] => await DrainBenchmark.RunAsync(sources: 200, items: 50),
    ["nodes-drain", var sources, var items] => await DrainBenchmark.RunAsync(Number(sources), Number(items)),
    ["nodes-engines"] => await EnginesBenchmark.RunAsync(sources: 200, items: 50),
    ["nodes-engines", var sources, var items] => await EnginesBenchmark.RunAsync(Number(sources), Number(items)),
    ["nodes-growth"] => await GrowthBenchmark.RunAsync(sources: 400),
    ["nodes-growth", var sources] => await GrowthBenchmark.RunAsync(Number(sources)),
    ["nodes-takeover", var stories] => await TakeOverBenchmark.RunAsync(Number(stories), rounds: 3),
    ["nodes-takeover", var stories, var rounds] => await TakeOverBenchmark.RunAsync(Number(stories), Number(rounds)),
    ["nodes-visible"] => await VisibleBenchmark.RunAsync(seconds: 60),
    ["nodes-visible", var seconds] => await VisibleBenchmark.RunAsync(Number(seconds)),
    ["jobs"] => await JobsBenchmark.RunAsync(jobs: 2000),
    ["jobs", var jobs] => await JobsBenchmark.RunAsync(Number(jobs)),
    ["backup"] => await BackupBenchmark.RunAsync(stories: 300_000),
    ["backup", var stories] => await BackupBenchmark.RunAsync(Number(stories)),
    ["schedule"] => ScheduleBenchmark.Run(null),
    ["schedule", var folder] => ScheduleBenchmark.Run(folder),
    ["fuzz"] => await FuzzCommand.RunAsync(minutes: 60, seed: 1),
    ["fuzz", var minutes] => await FuzzCommand.RunAsync(double.Parse(minutes, CultureInfo.InvariantCulture), seed: 1),
    ["fuzz", var minutes, var seed] => await FuzzCommand.RunAsync(double.Parse(minutes, CultureInfo.InvariantCulture), Number(seed)),
    ["fuzz", var minutes, var seed, var part] => await FuzzCommand.RunAsync(
        double.Parse(minutes, CultureInfo.InvariantCulture),
        Number(seed),
        part),
    ["fuzz-case", var part, var seed, var number] => await FuzzCommand.RunOneAsync(part, Number(seed), Number(number)),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("speed [SOURCES ITEMS [PROGRAM [ROUNDS]]]   CPU of a cold start, of polls with one new item and of polls without news, beside a bare pipe");
    Console.Error.WriteLine(
        "speed-schedule [SOURCES MINUTES [PROGRAM]]   CPU a poll by FeedHub's own schedule, each source once a minute, all counted");
    Console.Error.WriteLine(
        "speed-large STORIES SOURCES [PROGRAM]   CPU and memory of items and polls with so many stories in the window of matching");
    Console.Error.WriteLine(
        "start [PROGRAM [TIMES SECONDS]]   time and CPU to the first answer, memory and CPU when idle, beside a minimal Kestrel; "
        + "fails if the first answer takes longer");
    Console.Error.WriteLine("ingest [SOURCES ITEMS]   a cold start over many sources, against a bare loop of downloads and inserts");
    Console.Error.WriteLine("ingest-matching [SOURCES ITEMS]   the same with matching and without, by turns");
    Console.Error.WriteLine("stories-start STORIES   how long the index of stories takes to come back from the database");
    Console.Error
        .WriteLine("publish [STORIES]   the merged feed over many stories, against Kestrel that serves the same bytes from memory");
    Console.Error.WriteLine("slow-readers [COUNT]   memory and others' waits while so many connections ask for a large feed and never "
        + "read; needs ulimit -n above COUNT");
    Console.Error.WriteLine(
        "readers [DAYS]   what share of the stories of 40 sources over a week is seen by programs and people, by how they read");
    Console.Error.WriteLine("reading FOLDER   how fast the feeds of a folder are read, against other readers");
    Console.Error.WriteLine(
        "stages   what each stage from bytes to stories costs an item in CPU and bytes, cold and warm, beside a bare XmlReader");
    Console.Error.WriteLine("language ITEMS.jsonl   how many headlines are told to be in their language");
    Console.Error.WriteLine("records FOLDER OUT.jsonl   what FeedHub reads from each feed of a folder, one JSON record a line");
    Console.Error.WriteLine(
        "articles FOLDER [--joined]   what FeedHub reads from each article page that a folder's truth.jsonl names (or multi.jsonl, "
        + "its pages joined), one JSON record a line");
    Console.Error.WriteLine(
        "lists FOLDER   what FeedHub would take from the pages that the folder's lists.jsonl names, one JSON record a line");
    Console.Error.WriteLine(
        "sitemaps FOLDER   what FeedHub reads from the files that the folder's sitemaps.jsonl names, one JSON record a line");
    Console.Error.WriteLine("matching [SIZES]   what matching costs per item with 10,000, 100,000 and 1,000,000 stories in the window");
    Console.Error.WriteLine(
        "stories ITEMS.jsonl OUT.jsonl [summary | whole SEED | summary SEED]   labelled items as stories, from whole texts or from title "
        + "and summary; with a seed, up to three hours late by chance");
    Console.Error.WriteLine(
        "events ITEMS.jsonl OUT.jsonl [SEED [LINE]]   labelled stories grouped by event: in the order of time (0), all at once (-1), "
        + "or up to three hours late by chance");
    Console.Error.WriteLine("events-cost [SIZES]   what grouping costs a story with 10,000, 100,000 and 1,000,000 stories in the window");
    Console.Error.WriteLine("signals ITEMS.jsonl PAIRS.jsonl OUT.jsonl   what speaks for and against each labelled pair");
    Console.Error.WriteLine("train ITEMS.jsonl IPTC.tsv SEEDS MODEL   the model of categories that ships, from titles, topic names and a "
        + "folder of seed words, and its figures");
    Console.Error.WriteLine(
        "crosscheck ITEMS.jsonl IPTC.tsv SEEDS FOLDER   categories of outlets that the model was not trained with, one JSON record a line");
    Console.Error
        .WriteLine("tags ITEMS.jsonl OUT.jsonl [cold|sure|publisher|day]   categories by the model that ships, one JSON record a line");
    Console.Error.WriteLine(
        "guess DIR   id, language and the three best categories of each item of a folder's RSS files, one JSON object a line");
    Console.Error.WriteLine("tagcost ITEMS.jsonl   what a classification costs");
    Console.Error
        .WriteLine("retag ITEMS.jsonl [COUNT]   how fast stored items are given other categories, and how fast the same ones again");
    Console.Error.WriteLine("polls [SOURCES]   polls of sources that have not changed, against a bare loop of conditional GETs");
    Console.Error.WriteLine("nodes-drain [SOURCES ITEMS]   what the owner stores in a second of what another node polled; these five need "
        + "FEEDHUB_TEST_POSTGRES");
    Console.Error.WriteLine("nodes-engines [SOURCES ITEMS]   SQLite beside PostgreSQL with one, two and three nodes, over slow sources");
    Console.Error.WriteLine(
        "nodes-growth [SOURCES]   polls a second by one, two and three nodes where waiting for publishers is the limit");
    Console.Error.WriteLine("nodes-takeover STORIES [ROUNDS]   how long until another node stores, with so many stories in the window");
    Console.Error.WriteLine("nodes-visible [SECONDS]   from the owner's commit to another node's page");
    Console.Error.WriteLine("jobs [JOBS]   what Hangfire itself costs: jobs that do nothing");
    Console.Error.WriteLine(
        "backup [STORIES]    what a backup of a large database costs, how long the writer waits meanwhile, and what the overview costs");
    Console.Error.WriteLine(
        "schedule [FOLDER]   delay against requests of FeedHub's rule and others, over made-up rhythms and the dates of a folder's feeds");
    Console.Error.WriteLine(
        "fuzz [MINUTES [SEED [PART]]]   odd documents, requests and addresses by turns: what breaks is printed once, and its input kept");
    Console.Error.WriteLine("fuzz-case PART SEED NUMBER   one of them again, as a finding names it");
    return 2;
}
