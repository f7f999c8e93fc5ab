using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace Pipeline.Deploy.Tests.Telemetry;

/// <summary>The queries in the files that are deployed.</summary>
internal static class QueryFiles
{
    public const string Rules = "deploy/prometheus/rules.yml";
    public const string Dashboard = "deploy/grafana/pipeline.json";

    /// <summary>The alerts of a rules file, each as its own keys and values.</summary>
    public static IEnumerable<YamlMappingNode> Alerts(string yaml)
    {
        var stream = new YamlStream();
        using var text = new StringReader(yaml);
        stream.Load(text);
        return from @group in (YamlSequenceNode)stream.Documents[0].RootNode["groups"]
               from rule in (YamlSequenceNode)@group["rules"]
               select (YamlMappingNode)rule;
    }

    /// <summary>Expressions by the name of their alert.</summary>
    public static IEnumerable<(string Name, string Expression)> OfRules(string yaml)
        => Alerts(yaml).Select(rule => (rule["alert"].ToString(), rule["expr"].ToString()));

    /// <summary>Expressions by the title of their panel.</summary>
    public static IEnumerable<(string Name, string Expression)> OfDashboard(string json)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. from panel in document.RootElement.GetProperty("panels").EnumerateArray()
               from target in panel.GetProperty("targets").EnumerateArray()
               select (panel.GetProperty("title").GetString()!, target.GetProperty("expr").GetString()!),
        ];
    }
}
