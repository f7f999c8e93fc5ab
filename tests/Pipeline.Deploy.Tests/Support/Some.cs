namespace Pipeline.Deploy.Tests.Support;

/// <summary>Invented input.</summary>
internal static class Some
{
    /// <summary>A compose file with one worker that keeps every rule.</summary>
    public static string Service(string environment = "Health__Port: \"8080\"") => $"""
        services:
          parser:
            image: pipeline-parser:local
            build:
              context: .
              dockerfile: deploy/Dockerfile
              args:
                PROJECT: Pipeline.Parser
            user: "1654:1654"
            read_only: true
            cap_drop: [ALL]
            security_opt: ["no-new-privileges:true"]
            ports:
              - 127.0.0.1:8080:8080
            mem_limit: 512m
            restart: unless-stopped
            stop_grace_period: 60s
            logging:
              options:
                max-size: 10m
            healthcheck:
              test: [CMD, /app/run, --health]
            depends_on:
              broker:
                condition: service_healthy
            environment:
              {environment}
        """;
}
