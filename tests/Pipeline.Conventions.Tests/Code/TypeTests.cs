using Microsoft.Extensions.Configuration;
using Pipeline.Conventions.Tests.Support;

namespace Pipeline.Conventions.Tests.Code;

public sealed class TypeTests
{
    private static readonly IReadOnlyList<Type> Product =
        [.. Services.All.Append(Services.Contracts).SelectMany(Services.Written)];

    [Fact]
    public void Classes_AreSealedStaticOrAbstract() => Assert.Empty(TypeRules.Unsealed(Product));

    [Fact]
    public void Configuration_IsReadByTheWiringAlone() => Assert.Empty(Services.All.SelectMany(TypeRules.ConfigurationReaders));

    [Fact]
    public void Names_SayWhatTheTypeIsFor() => Assert.Empty(TypeRules.MeaninglessNames(Product));

    [Fact]
    public void Class_OpenToInheritance_IsCaught()
        => Assert.Equal(
            [typeof(Open).FullName!],
            TypeRules.Unsealed([typeof(Open), typeof(Closed), typeof(TypeRules), typeof(Shape), typeof(IConfiguration)]));

    [Fact]
    public void Configuration_ReadByADecision_IsCaughtAndByWiringIsNot()
    {
        var caught = TypeRules.ConfigurationReaders(typeof(TypeTests).Assembly).ToList();

        Assert.Contains(caught, name => name.EndsWith(nameof(Closed), StringComparison.Ordinal));
        Assert.DoesNotContain(caught, name => name.EndsWith(nameof(SomeStage), StringComparison.Ordinal));
    }

    [Fact]
    public void Name_WithoutMeaning_IsCaught() => Assert.Equal([typeof(PaperHelper).FullName!], TypeRules.MeaninglessNames([typeof(PaperHelper), typeof(Closed)]));
}

public class Open;

internal abstract class Shape;

internal sealed class Closed(IConfiguration configuration)
{
    public string? Value => configuration["Key"];
}

internal static class SomeStage
{
    public static string? Read(IConfiguration configuration) => configuration["Key"];
}

internal sealed class PaperHelper;
