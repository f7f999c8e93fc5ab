using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Pipeline.Deploy.Tests.Compose;

/// <summary>What the tests read of a compose file, before any variable is filled in.</summary>
internal sealed class ComposeFile
{
    public Dictionary<string, ComposeService> Services { get; set; } = [];

    public Dictionary<string, object?> Volumes { get; set; } = [];

    /// <summary>Reads compose YAML, with its anchors and merges resolved.</summary>
    public static ComposeFile Parse(string yaml)
    {
        // In two steps, because the typed reader skips the x- sections and with them the anchors they define.
        using var text = new StringReader(yaml);
        var tree = new DeserializerBuilder().Build().Deserialize(new MergingParser(new YamlDotNet.Core.Parser(text)));
        var resolved = new SerializerBuilder().DisableAliases().Build().Serialize(tree!);

        return new DeserializerBuilder()
            .WithNamingConvention(UnderscoredNamingConvention.Instance)
            .IgnoreUnmatchedProperties()
            .Build()
            .Deserialize<ComposeFile>(resolved);
    }
}

internal sealed class ComposeService
{
    public string? Image { get; set; }

    public string? User { get; set; }

    public string? MemLimit { get; set; }

    public string? Restart { get; set; }

    public string? StopGracePeriod { get; set; }

    public bool ReadOnly { get; set; }

    public bool Privileged { get; set; }

    public ComposeBuild? Build { get; set; }

    public ComposeHealthcheck? Healthcheck { get; set; }

    public ComposeLogging? Logging { get; set; }

    public Dictionary<string, string> Environment { get; set; } = [];

    public Dictionary<string, ComposeDependency> DependsOn { get; set; } = [];

    public List<string> CapDrop { get; set; } = [];

    public List<string> SecurityOpt { get; set; } = [];

    public List<string> Ports { get; set; } = [];

    public List<string> Profiles { get; set; } = [];

    public List<string> Volumes { get; set; } = [];

    /// <summary>Whether it runs only when it is asked for, and ends by itself.</summary>
    public bool OnDemand => Profiles.Count > 0;

    /// <summary>Name of the project its image is built from; null for a foreign image.</summary>
    public string? Project => Build?.Args.GetValueOrDefault("PROJECT");
}

internal sealed class ComposeBuild
{
    public string? Context { get; set; }

    public string? Dockerfile { get; set; }

    public Dictionary<string, string> Args { get; set; } = [];
}

internal sealed class ComposeHealthcheck
{
    public List<string> Test { get; set; } = [];

    public bool Disable { get; set; }
}

internal sealed class ComposeLogging
{
    public Dictionary<string, string> Options { get; set; } = [];
}

internal sealed class ComposeDependency
{
    public string? Condition { get; set; }
}
