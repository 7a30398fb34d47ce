// Writes THIRD-PARTY-NOTICES.txt: the packages that ship in FeedHub, as their own metadata has them.
// In a restored checkout: dotnet run .ci/notices.cs > THIRD-PARTY-NOTICES.txt
// Or makes a folder with the licences' texts, for whoever passes FeedHub on: dotnet run .ci/notices.cs FOLDER
using System.Text.Json;
using System.Xml.Linq;

using var assets = JsonDocument.Parse(File.ReadAllBytes("src/FeedHub/obj/project.assets.json"));
var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
var kinds = assets.RootElement.GetProperty("libraries");
var shipped = assets.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject()
    .Where(library => Ships(library.Value) && kinds.GetProperty(library.Name).GetProperty("type").GetString() == "package")
    .Select(library => library.Name).Order(StringComparer.OrdinalIgnoreCase);

if (args is [var texts])
{
    WriteTexts(texts);
    return;
}

Console.WriteLine("""
    THIRD-PARTY NOTICES

    FeedHub is made with the packages below, each under the licence that its own metadata names. A self-contained build also has the .NET
    runtime and ASP.NET Core (MIT, Copyright (c) .NET Foundation and Contributors) and SQLite (public domain). The texts of the licences, and the
    notices that packages have of their own, lie beside this file in the folder licences of each archive, package and image; in a checkout
    "dotnet run .ci/notices.cs licences" makes it.

    Hangfire (Hangfire.Core, Hangfire.AspNetCore, Hangfire.NetCore) is under the GNU Lesser General Public License, version 3. It is used
    unchanged, as libraries of their own. Anyone who passes FeedHub on must say so, pass the licence's text on, and let people use another build of
    Hangfire with it: in a checkout, set its version or source in Directory.Packages.props and publish again; where FeedHub is not a single file,
    exchange the Hangfire.*.dll files.

    UTF.Unknown is under the Mozilla Public License, version 1.1. It is used unchanged; its source is at the address below.
    """);
foreach (var package in shipped)
{
    var (name, version) = (package.Split('/')[0], package.Split('/')[1]);
    var metadata = XDocument.Load(Path.Combine(FolderOf(package), $"{name.ToLowerInvariant()}.nuspec")).Root!.Elements().First(element => element.Name.LocalName == "metadata");
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

string FolderOf(string package) =>
    folders.Select(folder => Path.Combine(folder, package.ToLowerInvariant().Replace('/', Path.DirectorySeparatorChar))).First(Directory.Exists);

// Those of a package beside its metadata, the same text once, Hangfire's without the licences that are for sale; those that packages name
// without having them; and what the runtime says of itself, which the SDK has.
void WriteTexts(string to)
{
    Directory.CreateDirectory(to);
    var known = new HashSet<string>();
    foreach (var file in Directory.GetFiles("docs/install/licences"))
        Copy(file, Path.GetFileName(file));

    // The runtime is at shared/Microsoft.NETCore.App/VERSION/ below it.
    var sdk = Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
    Copy(Path.Combine(sdk, "LICENSE.txt"), "dotnet-LICENSE.txt");
    Copy(Path.Combine(sdk, "ThirdPartyNotices.txt"), "dotnet-ThirdPartyNotices.txt");
    string[] beginnings = ["LICENSE", "COPYING", "NOTICE", "THIRD-PARTY-NOTICES"];
    foreach (var package in shipped)
        foreach (var file in Directory.GetFiles(FolderOf(package)).Order(StringComparer.Ordinal))
            if (beginnings.Any(start => Path.GetFileName(file).StartsWith(start, StringComparison.OrdinalIgnoreCase))
                && !Path.GetFileName(file).StartsWith("LICENSE_", StringComparison.Ordinal) && known.Add(File.ReadAllText(file)))
                Copy(file, $"{package.Split('/')[0]}-{Path.GetFileName(file)}");

    // Without the rights that files have in the packages' folder.
    void Copy(string file, string name) => File.WriteAllBytes(Path.Combine(to, name), File.ReadAllBytes(file));
}

static bool Ships(JsonElement library) => library.TryGetProperty("runtimeTargets", out _)
    || (library.TryGetProperty("runtime", out var files)
        && files.EnumerateObject().Any(file => !file.Name.EndsWith("_._", StringComparison.Ordinal)));
