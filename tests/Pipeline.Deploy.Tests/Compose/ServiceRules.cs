using System.Text.Json;

namespace Pipeline.Deploy.Tests.Compose;

/// <summary>Services and workers are the same list.</summary>
internal static class ServiceRules
{
    public static IEnumerable<string> Violations(ComposeFile compose, IReadOnlyList<string> workers)
    {
        var built = compose.Services.Where(service => service.Value is { OnDemand: false, Project: not null }).ToList();
        foreach (var worker in workers.Where(worker => built.Count(service => service.Value.Project == worker) != 1))
        {
            yield return $"{worker}: is not exactly one service";
        }

        foreach (var (name, service) in built)
        {
            foreach (var reason in Violations(name, service, workers))
            {
                yield return $"{name}: {reason}";
            }
        }
    }

    private static IEnumerable<string> Violations(string name, ComposeService service, IReadOnlyList<string> workers)
    {
        if (!workers.Contains(service.Project))
        {
            yield return $"{service.Project} is no worker";
        }

        var kebab = JsonNamingPolicy.KebabCaseLower.ConvertName(service.Project!["Pipeline.".Length..]);
        if (name != kebab)
        {
            yield return $"is not called {kebab}";
        }

        if (service.Image != $"pipeline-{kebab}:local")
        {
            yield return $"its image is not called pipeline-{kebab}:local";
        }

        if (service.Healthcheck?.Test is not ["CMD", "/app/run", "--health"] || !service.Environment.ContainsKey("Health__Port"))
        {
            yield return "does not ask its own health endpoint";
        }
    }
}
