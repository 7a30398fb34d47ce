// Writes THIRD-PARTY-NOTICES.txt: the packages that ship in FeedHub, as their own metadata has them.
// In a restored checkout: dotnet run .ci/notices.cs > THIRD-PARTY-NOTICES.txt
using System.Text.Json;
using System.Xml.Linq;

using var assets = JsonDocument.Parse(File.ReadAllBytes("src/FeedHub/obj/project.assets.json"));
var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
var kinds = assets.RootElement.GetProperty("libraries");
var shipped = assets.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject()
    .Where(library => Ships(library.Value) && kinds.GetProperty(library.Name).GetProperty("type").GetString() == "package")
    .Select(library => library.Name).Order(StringComparer.OrdinalIgnoreCase);

Console.WriteLine("""
    THIRD-PARTY NOTICES

    FeedHub is made with the packages below, each under the licence that its own metadata names. A self-contained build also has the .NET
    runtime and ASP.NET Core (MIT, Copyright (c) .NET Foundation and Contributors) and SQLite (public domain).

    Hangfire (Hangfire.Core, Hangfire.AspNetCore, Hangfire.NetCore) is under the GNU Lesser General Public License, version 3. It is used
    unchanged, as libraries of their own. Anyone who passes FeedHub on must say so, pass the licence's text on, and let people use another build of
    Hangfire with it: in a checkout, set its version or source in Directory.Packages.props and publish again; where FeedHub is not a single file,
    exchange the Hangfire.*.dll files.
    """);
foreach (var package in shipped)
{
    var (name, version) = (package.Split('/')[0], package.Split('/')[1]);
    var path = Path.Combine(name.ToLowerInvariant(), version.ToLowerInvariant(), $"{name.ToLowerInvariant()}.nuspec");
    var file = folders.Select(folder => Path.Combine(folder, path)).First(File.Exists);
    var metadata = XDocument.Load(file).Root!.Elements().First(element => element.Name.LocalName == "metadata");
    string? Value(string what) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == what)?.Value.Trim();
    var license = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "license");
    var words = license?.Attribute("type")?.Value == "file"
        ? $"in the package's own {license.Value}"
        : license?.Value ?? Value("licenseUrl") ?? "not named";
    Console.WriteLine();
    Console.WriteLine($"{name} {version}");
    Console.WriteLine($"  Licence: {words}");
    Console.WriteLine($"  {Value("copyright") ?? $"By {Value("authors")}"}".ReplaceLineEndings(" "));
    if (Value("projectUrl") is { Length: > 0 } address)
        Console.WriteLine($"  {address}");
}

static bool Ships(JsonElement library) => library.TryGetProperty("runtimeTargets", out _)
    || (library.TryGetProperty("runtime", out var files)
        && files.EnumerateObject().Any(file => !file.Name.EndsWith("_._", StringComparison.Ordinal)));
