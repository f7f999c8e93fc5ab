using System.Reflection;
using System.Xml.Linq;
using Pipeline.Conventions.Tests.Support;

namespace Pipeline.Conventions.Tests.Configuration;

/// <summary>An options class says where its values come from, what they mean, and what holds when nobody sets them.</summary>
internal static class OptionsRules
{
    public static IEnumerable<string> Violations(OptionsClass options)
        => ClassViolations(options).Concat(InvalidDefaults(options)).Select(reason => $"{options.Type.Name}: {reason}");

    /// <summary>Settings without a summary that names their default, or says that there is none.</summary>
    /// <param name="options">The class.</param>
    /// <param name="documentation">XML documentation of its assembly and those it builds on.</param>
    public static IEnumerable<string> Undocumented(OptionsClass options, IReadOnlyDictionary<string, string> documentation)
        => options.Settable
            .Where(property => !SaysDefault(documentation.GetValueOrDefault($"P:{property.DeclaringType!.FullName}.{property.Name}", "")))
            .Select(property => $"{options.Type.Name}: {property.Name} has no summary that says its default");

    /// <summary>Summaries by member id, of every assembly beside the tests that has documentation.</summary>
    public static IReadOnlyDictionary<string, string> ReadDocumentation()
        => Directory.EnumerateFiles(AppContext.BaseDirectory, "Pipeline.*.xml")
            .SelectMany(file => XDocument.Load(file).Descendants("member"))
            .DistinctBy(member => (string)member.Attribute("name")!)
            .ToDictionary(member => (string)member.Attribute("name")!, member => member.Element("summary")?.Value ?? "", StringComparer.Ordinal);

    private static IEnumerable<string> ClassViolations(OptionsClass options)
    {
        if (string.IsNullOrEmpty(options.Section))
        {
            yield return "has no constant Section";
        }

        if (!options.Type.Name.EndsWith("Options", StringComparison.Ordinal))
        {
            yield return "is not called Options";
        }

        if (!options.HasValidator)
        {
            yield return "has no validator";
        }
    }

    private static IEnumerable<string> InvalidDefaults(OptionsClass options)
    {
        var mustBeSet = options.WithoutDefault.Select(property => property.Name).ToList();
        return options.Validate(options.Create())
            .Where(failure => !mustBeSet.Exists(name => failure.Contains(name, StringComparison.Ordinal)))
            .Select(failure => $"refuses its own default: {failure}");
    }

    private static bool SaysDefault(string summary)
        => summary.Contains("default", StringComparison.OrdinalIgnoreCase) || summary.Contains("Required", StringComparison.Ordinal);
}
