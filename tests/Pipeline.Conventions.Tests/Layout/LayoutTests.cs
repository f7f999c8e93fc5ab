using System.Xml.Linq;
using Pipeline.Conventions.Tests.Support;

namespace Pipeline.Conventions.Tests.Layout;

public sealed class LayoutTests
{
    private static readonly IReadOnlyList<ProjectFile> Product = [.. ProjectFile.Under("contracts"), .. ProjectFile.Under("services")];
    private static readonly ProjectFile Parser = new("Pipeline.Parser", "services/Pipeline.Parser", [], []);

    [Fact]
    public void TopLevel_HoldsWhatIsAgreed()
        => Assert.Empty(LayoutRules.Strangers(Directory.EnumerateFileSystemEntries(Checkout.Root).Select(path => Path.GetFileName(path))));

    [Fact]
    public void Rooms_AreExplainedByAReadme() => Assert.Empty(LayoutRules.Unexplained(path => File.Exists(Checkout.PathOf(path))));

    [Fact]
    public void Projects_AreAllInTheSolution() => Assert.Empty(LayoutRules.OutsideSolution(ProjectFile.All, Checkout.Read("Pipeline.sln")));

    [Fact]
    public void Projects_OfTheProduct_EachHaveATestProject() => Assert.Empty(LayoutRules.Untested(Product, ProjectFile.Under("tests")));

    [Fact]
    public void Packages_AreLockedInEveryProject() => Assert.Empty(LayoutRules.Unlocked(ProjectFile.All, path => File.Exists(Checkout.PathOf(path))));

    [Fact]
    public void MassTransit_IsPinnedBelowItsChangeOfLicence()
        => Assert.Empty(LayoutRules.LooseMassTransit(XDocument.Parse(Checkout.Read("Directory.Packages.props"))));

    [Fact]
    public void TopLevel_WithAStranger_IsCaught()
        => Assert.Equal(["notes.md"], LayoutRules.Strangers(["services", ".gitignore", "notes.md", "LICENSE"]));

    [Fact]
    public void Room_WithoutAReadme_IsCaught()
        => Assert.Equal([Path.Combine("deploy", "README.md")], LayoutRules.Unexplained(path => !path.StartsWith("deploy", StringComparison.Ordinal)));

    [Theory]
    [InlineData(@"""services\Pipeline.Parser\Pipeline.Parser.csproj""", 0)]
    [InlineData(@"""services\Pipeline.Fetcher\Pipeline.Fetcher.csproj""", 1)]
    public void Project_OutsideTheSolution_IsCaught(string solution, int violations)
        => Assert.Equal(violations, LayoutRules.OutsideSolution([Parser], solution).Count());

    [Fact]
    public void Project_WithoutATestProject_IsCaught()
        => Assert.Equal(["Pipeline.Parser.Tests"], LayoutRules.Untested([Parser], [Parser with { Name = "Pipeline.Fetcher.Tests" }]));

    [Fact]
    public void Project_WithoutALockFile_IsCaught()
        => Assert.Equal(["services/Pipeline.Parser/packages.lock.json"], LayoutRules.Unlocked([Parser], _ => false));

    [Theory]
    [InlineData("[8.5.12]", 0)]
    [InlineData("8.5.12", 1)]
    [InlineData("[8.5.12,9.0)", 1)]
    [InlineData("[9.0.0]", 1)]
    public void MassTransit_OfAnotherVersion_IsCaught(string version, int violations)
    {
        var versions = new XDocument(new XElement("Project", new XElement("PackageVersion", new XAttribute("Include", "MassTransit"), new XAttribute("Version", version))));

        Assert.Equal(violations, LayoutRules.LooseMassTransit(versions).Count());
    }
}
