namespace Pipeline.Deploy.Tests.Compose;

/// <summary>What every container must do without, and what every container must have.</summary>
internal static class ContainmentRules
{
    private const int HostStopSeconds = 45;

    public static IEnumerable<string> Violations(ComposeFile compose)
        => compose.Services.SelectMany(entry => Violations(entry.Value).Select(reason => $"{entry.Key}: {reason}"));

    private static IEnumerable<string> Violations(ComposeService service) => Rights(service).Concat(Care(service));

    private static IEnumerable<string> Rights(ComposeService service)
    {
        if (service.Privileged || service.User is null || service.User.StartsWith('0') || service.User.StartsWith("root", StringComparison.Ordinal))
        {
            yield return "runs as root";
        }

        if (!service.ReadOnly)
        {
            yield return "may write to its image";
        }

        if (!service.CapDrop.Contains("ALL"))
        {
            yield return "keeps capabilities";
        }

        if (!service.SecurityOpt.Contains("no-new-privileges:true"))
        {
            yield return "may gain privileges";
        }

        foreach (var port in service.Ports.Where(port => !port.StartsWith("127.0.0.1:", StringComparison.Ordinal)))
        {
            yield return $"opens {port} to other machines";
        }
    }

    private static IEnumerable<string> Care(ComposeService service)
    {
        if (service.MemLimit is null)
        {
            yield return "has no memory limit";
        }

        if (service.Logging?.Options.ContainsKey("max-size") != true)
        {
            yield return "does not rotate its log";
        }

        if (!service.OnDemand && service.Healthcheck is not { Disable: false, Test.Count: > 1 })
        {
            yield return "has no health check";
        }

        if (!service.OnDemand && service.Restart is null or "no")
        {
            yield return "is not restarted";
        }

        if (!TryReadSeconds(service.StopGracePeriod, out var seconds) || seconds <= HostStopSeconds)
        {
            yield return $"is killed before its host gives up waiting, {HostStopSeconds} s";
        }

        foreach (var dependency in service.DependsOn.Where(dependency => dependency.Value.Condition != "service_healthy"))
        {
            yield return $"does not wait until {dependency.Key} is healthy";
        }
    }

    private static bool TryReadSeconds(string? period, out int seconds)
    {
        seconds = 0;
        return period is [.. var digits, 's'] && int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out seconds);
    }
}
