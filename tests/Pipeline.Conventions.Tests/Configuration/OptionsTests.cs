using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.Conventions.Tests.Support;

namespace Pipeline.Conventions.Tests.Configuration;

public sealed class OptionsTests
{
    private static readonly IReadOnlyList<OptionsClass> Product = [.. Services.All.SelectMany(OptionsClass.In)];

    [Fact]
    public void OptionsClasses_OfTheProduct_AreFound() => Assert.Contains(Product, options => options.Type == typeof(BrokerOptions));

    [Fact]
    public void OptionsClasses_HaveASectionAValidatorAndValidDefaults() => Assert.Empty(Product.SelectMany(OptionsRules.Violations));

    [Fact]
    public void Sections_BelongToOneClassEach()
        => Assert.Empty(Product.GroupBy(options => options.Section, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Settings_SayTheirDefault()
    {
        var documentation = OptionsRules.ReadDocumentation();

        Assert.Empty(Product.SelectMany(options => OptionsRules.Undocumented(options, documentation)));
    }

    [Fact]
    public void OptionsClass_WithoutSectionOrValidator_IsCaught()
        => Assert.Equal(
            ["Bare: has no constant Section", "Bare: is not called Options", "Bare: has no validator"],
            OptionsRules.Violations(new OptionsClass(typeof(Bare))));

    [Fact]
    public void OptionsClass_ThatRefusesItsOwnDefault_IsCaught()
        => Assert.StartsWith(
            "NarrowOptions: refuses its own default: Attempts",
            Assert.Single(OptionsRules.Violations(new OptionsClass(typeof(NarrowOptions)))),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Attempts before it fails. 1 to 5; default 3.", 0)]
    [InlineData("Attempts before it fails.", 1)]
    [InlineData("", 1)]
    public void Setting_WithoutAWordOnItsDefault_IsCaught(string summary, int violations)
    {
        var documentation = new Dictionary<string, string> { [$"P:{typeof(NarrowOptions).FullName}.Attempts"] = summary, [$"P:{typeof(NarrowOptions).FullName}.Address"] = "Required." };

        Assert.Equal(violations, OptionsRules.Undocumented(new OptionsClass(typeof(NarrowOptions)), documentation).Count());
    }
}

internal sealed class Bare
{
    public int Attempts { get; set; }
}

internal sealed class NarrowOptions
{
    public const string Section = "Narrow";

    [Range(1, 5)]
    public int Attempts { get; set; }

    [Required]
    public string? Address { get; set; }
}

internal sealed class NarrowOptionsValidator : IValidateOptions<NarrowOptions>
{
    public ValidateOptionsResult Validate(string? name, NarrowOptions options)
        => options.Address is null
            ? ValidateOptionsResult.Fail(["Attempts: out of range", "Address: required"])
            : ValidateOptionsResult.Success;
}
