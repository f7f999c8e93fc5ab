using System.Xml.Linq;

namespace Pipeline.Conventions.Tests.Support;

/// <summary>What a project file refers to.</summary>
/// <param name="Name">Name of the project.</param>
/// <param name="Folder">Folder of the project, relative to the root; empty for an invented one.</param>
/// <param name="Projects">Names of the projects it references.</param>
/// <param name="Packages">Ids of the packages it references.</param>
internal sealed record ProjectFile(string Name, string Folder, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    /// <summary>Every project of the checkout.</summary>
    public static IReadOnlyList<ProjectFile> All { get; } =
        [.. new[] { "contracts", "services", "tests", "deploy" }.SelectMany(folder => Checkout.Files(folder, "*.csproj")).Select(Read)];

    public static IReadOnlyList<ProjectFile> Under(string folder)
        => [.. All.Where(project => project.Folder.StartsWith(folder + "/", StringComparison.Ordinal))];

    private static ProjectFile Read(string path)
    {
        var xml = XDocument.Parse(Checkout.Read(path));
        return new ProjectFile(
            Path.GetFileNameWithoutExtension(path),
            Path.GetDirectoryName(path)!.Replace('\\', '/'),
            [.. Includes(xml, "ProjectReference").Select(include => Path.GetFileNameWithoutExtension(include.Replace('\\', '/')))],
            [.. Includes(xml, "PackageReference")]);
    }

    private static IEnumerable<string> Includes(XDocument xml, string element)
        => xml.Descendants(element).Select(reference => (string?)reference.Attribute("Include")).OfType<string>();
}
