using System.Text.RegularExpressions;
using System.Xml.Linq;
using Pipeline.Conventions.Tests.Support;

namespace Pipeline.Conventions.Tests.Layout;

/// <summary>Where things lie, and what is written down about them.</summary>
internal static partial class LayoutRules
{
    private static readonly string[] Rooms = ["contracts", "services", "tests", "deploy"];

    // `artifacts` and `data` are ignored by git: build output, and what a person runs the pipeline on.
    private static readonly string[] TopLevel =
    [
        .. Rooms, "artifacts", "data",
        "Pipeline.sln", "README.md", "LICENSE", "CHANGELOG.md", "docker-compose.yml",
        "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", "global.json",
    ];

    /// <summary>Names at the top level that nobody agreed on; files that start with a dot belong to tools.</summary>
    public static IEnumerable<string> Strangers(IEnumerable<string> topLevel)
        => topLevel.Where(name => !name.StartsWith('.') && !TopLevel.Contains(name, StringComparer.Ordinal));

    /// <summary>Folders that no README explains.</summary>
    public static IEnumerable<string> Unexplained(Func<string, bool> exists)
        => Rooms.Append("").Select(room => Path.Combine(room, "README.md")).Where(path => !exists(path));

    /// <summary>Projects that the solution does not list.</summary>
    public static IEnumerable<string> OutsideSolution(IEnumerable<ProjectFile> projects, string solution)
        => projects.Where(project => !solution.Contains($"\"{project.Folder.Replace('/', '\\')}\\{project.Name}.csproj\"", StringComparison.Ordinal))
            .Select(project => project.Name);

    /// <summary>Product projects without a test project of their name.</summary>
    public static IEnumerable<string> Untested(IEnumerable<ProjectFile> product, IEnumerable<ProjectFile> tests)
        => product.Select(project => project.Name + ".Tests").Except(tests.Select(test => test.Name), StringComparer.Ordinal);

    /// <summary>Projects whose packages are not locked.</summary>
    public static IEnumerable<string> Unlocked(IEnumerable<ProjectFile> projects, Func<string, bool> exists)
        => projects.Select(project => $"{project.Folder}/packages.lock.json").Where(path => !exists(path));

    /// <summary>Packages of MassTransit whose version is not one exact 8.5.x, the last line under Apache-2.0.</summary>
    public static IEnumerable<string> LooseMassTransit(XDocument versions)
        => from package in versions.Descendants("PackageVersion")
           let id = (string?)package.Attribute("Include") ?? ""
           where id.StartsWith("MassTransit", StringComparison.Ordinal) && !Exact85().IsMatch((string?)package.Attribute("Version") ?? "")
           select id;

    [GeneratedRegex(@"^\[8\.5\.[0-9]+\]$", RegexOptions.NonBacktracking)]
    private static partial Regex Exact85();
}
