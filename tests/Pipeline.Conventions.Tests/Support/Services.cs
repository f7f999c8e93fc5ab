using System.Reflection;
using Pipeline.BuildingBlocks.Hosting;
using Pipeline.Contracts;

namespace Pipeline.Conventions.Tests.Support;

/// <summary>The assemblies of the services, as they were built.</summary>
internal static class Services
{
    public static Assembly Contracts { get; } = typeof(PaperParsed).Assembly;

    public static Assembly BuildingBlocks { get; } = typeof(Worker).Assembly;

    /// <summary>Every assembly under <c>services/</c>.</summary>
    public static IReadOnlyList<Assembly> All { get; } =
        [.. ProjectFile.Under("services").Select(project => Assembly.Load(project.Name))];

    /// <summary>The workers: one stage each.</summary>
    public static IReadOnlyList<Assembly> Stages { get; } = [.. Checkout.Workers().Select(Assembly.Load)];

    /// <summary>Types a person wrote: neither the compiler nor a source generator.</summary>
    public static IEnumerable<Type> Written(Assembly assembly)
        => assembly.GetTypes().Where(type => !Generated(type));

    private static bool Generated(Type type)
        => type.Name.Contains('<', StringComparison.Ordinal)
            || type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute))
            || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute))
            || type.Namespace is "System.Text.RegularExpressions.Generated" or "Microsoft.CodeAnalysis" or "System.Runtime.CompilerServices"
            || (type.DeclaringType is { } outer && Generated(outer));
}
