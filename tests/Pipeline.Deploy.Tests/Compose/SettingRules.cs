using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Deploy.Tests.Compose;

/// <summary>Every <c>Section__Key</c> of a service is an option of its program, has a valid value, and none is lacking.</summary>
internal static partial class SettingRules
{
    /// <summary>The options classes that a program may bind: its own, and those of the pipeline's assemblies it was built with.</summary>
    public static IReadOnlyList<OptionsClass> OptionsOf(Assembly program) => [.. Closure(program).SelectMany(OptionsClass.In)];

    /// <summary>Settings that no option takes; the program would ignore them or refuse to start.</summary>
    public static IEnumerable<string> Unknown(ComposeService service, IReadOnlyList<OptionsClass> options)
        => service.Environment.Keys
            .Where(key => key.Contains("__", StringComparison.Ordinal))
            .Where(key => !options.Any(option => Takes(option, key.Split("__"))));

    /// <summary>Options without a default that the service is not given.</summary>
    public static IEnumerable<string> Missing(ComposeService service, IEnumerable<OptionsClass> options)
        => from option in options
           from property in option.WithoutDefault
           let key = $"{option.Section}__{property.Name}"
           where !service.Environment.ContainsKey(key)
           select key;

    /// <summary>What the options' own validators say of the values, with variables filled in.</summary>
    public static IEnumerable<string> Invalid(ComposeService service, IEnumerable<OptionsClass> options)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(service.Environment.Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)FillIn(setting.Value))))
            .Build();
        return options.Where(option => configuration.GetSection(option.Section!).Exists()).SelectMany(option => Failures(option, configuration));
    }

    private static IEnumerable<string> Failures(OptionsClass option, IConfiguration configuration)
    {
        var value = option.Create();
        try
        {
            configuration.GetSection(option.Section!).Bind(value);
        }
        catch (InvalidOperationException e)
        {
            return [e.Message];
        }

        return option.Validate(value);
    }

    private static bool Takes(OptionsClass option, string[] path)
    {
        // Sources are named by their users: Sources__ID__Key.
        if (option.Type == typeof(SourcesOptions))
        {
            return option.Section == path[0] && path.Length >= 3 && typeof(SourceDefinition).GetProperty(path[2])?.SetMethod is not null;
        }

        var property = option.Section == path[0] ? option.Type.GetProperty(path[1]) : null;
        return path.Length == 2
            ? property?.SetMethod is { IsPublic: true }
            : property is not null && typeof(System.Collections.IEnumerable).IsAssignableFrom(property.PropertyType) && property.PropertyType != typeof(string);
    }

    private static HashSet<Assembly> Closure(Assembly program)
    {
        var found = new HashSet<Assembly>();
        var open = new Stack<Assembly>([program]);
        while (open.TryPop(out var assembly))
        {
            if (found.Add(assembly))
            {
                foreach (var name in assembly.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("Pipeline.", StringComparison.Ordinal)))
                {
                    open.Push(Assembly.Load(name));
                }
            }
        }

        return found;
    }

    private static string FillIn(string value)
        => Variable().Replace(value, match => match.Groups["default"] is { Success: true } given ? given.Value : "filledinfilledinfilledin");

    [GeneratedRegex(@"\$\{[A-Z_]+(:-(?<default>[^}]*)|:\?[^}]*)?\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
