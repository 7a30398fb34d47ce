using FeedHub.Benchmarks;

return args switch
{
    ["records", var folder, var output] => ReadingRecords.Write(folder, output),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("records FOLDER OUT.jsonl   what FeedHub reads from each feed in a folder, one JSON record a line");
    return 2;
}
