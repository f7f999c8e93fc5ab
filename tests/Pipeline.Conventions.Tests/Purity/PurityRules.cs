using System.Reflection;
using NetArchTest.Rules;

namespace Pipeline.Conventions.Tests.Purity;

/// <summary>Code that decides depends on its arguments alone.</summary>
internal static class PurityRules
{
    private static readonly string[] Infrastructure =
    [
        "MassTransit", "RabbitMQ", "MongoDB", "Microsoft.Data.Sqlite", "Microsoft.Extensions", "Microsoft.AspNetCore", "Serilog",
        "System.Net.Http", "System.Net.Sockets", "System.IO.File", "System.IO.FileStream", "System.IO.Directory",
        "System.Console", "System.Random", "System.Threading.Thread", "System.Diagnostics.Process",
        "Pipeline.BuildingBlocks.Messaging", "Pipeline.BuildingBlocks.Hosting", "Pipeline.Storage",
    ];

    /// <summary>Types of a namespace that reach for infrastructure or, unless it may know of time, for the clock.</summary>
    public static IEnumerable<string> Violations(Assembly assembly, string pureNamespace, bool mayKnowTime)
        => Types.InAssembly(assembly)
            .That().ResideInNamespace(pureNamespace)
            .ShouldNot().HaveDependencyOnAny(mayKnowTime ? Infrastructure : [.. Infrastructure, "System.TimeProvider"])
            .GetResult().FailingTypeNames ?? [];

    /// <summary>Types of a stage that know its store's product; only its Program may, where it composes the two.</summary>
    public static IEnumerable<string> UsersOf(Assembly assembly, string product)
        => (Types.InAssembly(assembly)
            .That().DoNotHaveName("Program")
            .ShouldNot().HaveDependencyOn(product)
            .GetResult().FailingTypeNames ?? [])
            .Where(name => !name.StartsWith("Program", StringComparison.Ordinal));
}
