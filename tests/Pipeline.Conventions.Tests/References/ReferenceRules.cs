using Pipeline.Conventions.Tests.Support;

namespace Pipeline.Conventions.Tests.References;

/// <summary>Contracts &lt;- BuildingBlocks &lt;- {Storage.*, stages} &lt;- {Learning, Api} &lt;- Standalone.</summary>
internal static class ReferenceRules
{
    private const string Contracts = "Pipeline.Contracts";
    private const string BuildingBlocks = "Pipeline.BuildingBlocks";
    private const string StageStore = "Pipeline.Storage.Mongo";
    private const string Learning = "Pipeline.Learning";
    private const string Api = "Pipeline.Api";
    private const string Standalone = "Pipeline.Standalone";

    /// <summary>References that point the wrong way, each as <c>from -> to</c>.</summary>
    public static IEnumerable<string> Violations(IEnumerable<ProjectFile> projects)
        => from project in projects
           from target in project.Projects
           where !Allowed(project.Name, target)
           select $"{project.Name} -> {target}";

    /// <summary>What Contracts refers to: anything is too much, as other languages and other versions read it.</summary>
    public static IEnumerable<string> ContractDependencies(IEnumerable<ProjectFile> projects)
        => projects.Where(project => project.Name == Contracts).SelectMany(project => project.Packages.Concat(project.Projects));

    private static bool Allowed(string from, string to) => from switch
    {
        Contracts => false,
        BuildingBlocks => to == Contracts,
        _ when IsStorage(from) => to == BuildingBlocks,
        Standalone => true,
        Api => to is not (Standalone or Learning) && (!IsStorage(to) || to == StageStore),
        Learning => to is not (Standalone or Api) && !IsStorage(to),
        _ => to is BuildingBlocks or StageStore,
    };

    private static bool IsStorage(string name) => name.StartsWith("Pipeline.Storage.", StringComparison.Ordinal);
}
