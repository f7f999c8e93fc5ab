using System.Reflection;
using NetArchTest.Rules;
using Pipeline.Conventions.Tests.Support;

namespace Pipeline.Conventions.Tests.Code;

/// <summary>Rules about the form of a type.</summary>
internal static class TypeRules
{
    /// <summary>Classes open to inheritance that nothing asked for.</summary>
    public static IEnumerable<string> Unsealed(IEnumerable<Type> types)
        => types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !IsProgram(type)).Select(type => type.FullName!);

    /// <summary>Types that read configuration although they do not wire anything: they should be given options.</summary>
    public static IEnumerable<string> ConfigurationReaders(Assembly assembly)
        => (Types.InAssembly(assembly)
            .ShouldNot().HaveDependencyOn("Microsoft.Extensions.Configuration")
            .GetResult().FailingTypeNames ?? [])
            .Where(name => !IsWiring(name));

    /// <summary>Types whose name says nothing about what they are for.</summary>
    public static IEnumerable<string> MeaninglessNames(IEnumerable<Type> types)
        => types.Where(type => Meaningless.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal))).Select(type => type.FullName!);

    private static readonly string[] Meaningless = ["Utils", "Util", "Helper", "Helpers", "Common", "Manager", "Dto"];

    private static bool IsProgram(Type type) => type is { Name: "Program", Namespace: null };

    private static bool IsWiring(string name)
    {
        var type = name.Split('.', '+', '/');
        return type.Contains("Hosting")
            || type.Any(part => part == "Program" || part.EndsWith("Stage", StringComparison.Ordinal) || part.EndsWith("Extensions", StringComparison.Ordinal));
    }
}
