using Pipeline.Conventions.Tests.Support;

namespace Pipeline.Conventions.Tests.Code;

public sealed class SourceTests
{
    [Fact]
    public void SourceFiles_AreShortAndFinished()
    {
        var files = Checkout.Files("contracts", "*.cs").Concat(Checkout.Files("services", "*.cs")).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(path => SourceRules.Violations(path, Checkout.Read(path))));
    }

    [Theory]
    [InlineData(SourceRules.MaxLines, 0)]
    [InlineData(SourceRules.MaxLines + 1, 1)]
    public void SourceFile_LongerThanTheLimit_IsCaught(int lines, int violations)
        => Assert.Equal(violations, SourceRules.Violations("a.cs", string.Concat(Enumerable.Repeat("x\n", lines))).Count());

    [Theory]
    [InlineData("// TODO: later", "a.cs: // TODO")]
    [InlineData("    #region Fields", "a.cs: #region")]
    [InlineData("private async void Start()", "a.cs: async void")]
    [InlineData("#pragma warning disable", "a.cs: #pragma warning disable")]
    public void SourceFile_WithALeftover_IsCaught(string source, string violation)
        => Assert.Equal([violation], SourceRules.Violations("a.cs", source));

    [Theory]
    [InlineData("// Why: a retry todo list")]
    [InlineData("#pragma warning disable CA1000 // reason")]
    public void SourceFile_WithAnOrdinaryLine_Passes(string source) => Assert.Empty(SourceRules.Violations("a.cs", source));
}
