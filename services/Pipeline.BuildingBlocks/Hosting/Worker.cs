using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Pausing;
using Pipeline.BuildingBlocks.Telemetry;

namespace Pipeline.BuildingBlocks.Hosting;

/// <summary>The one way a worker process starts, runs and ends.</summary>
/// <remarks>
/// Values come from the environment (<c>Section__Key</c>), from one JSON file (<c>--config FILE</c>) and from the command
/// line (<c>--Section:Key=VALUE</c>), the last one wins. <c>--health</c> asks a running worker in the same container.
/// </remarks>
public static class Worker
{
    /// <summary>Runs a worker over RabbitMQ until it is told to stop.</summary>
    /// <returns>0 stopped as told, 1 a dependency cannot be used or it hung when told to stop, 2 wrong configuration.</returns>
    public static async Task<int> RunAsync(
        string name, string[] args, Action<IServiceCollection> addServices, Action<IBusRegistrationConfigurator> addConsumers)
    {
        ArgumentNullException.ThrowIfNull(addServices);

        try
        {
            var builder = CreateBuilder(args);
            if (args.Contains("--health"))
            {
                return await HealthProbe.RunAsync(builder.Configuration);
            }

            builder.Services.AddPipelineLogging(name);
            builder.Services.AddPipelineTelemetry(builder.Configuration, name, serves: true);

            // First: whoever asks whether the process lives must not wait for store and broker.
            builder.Services.AddHealthEndpoint();
            builder.Services.AddSingleton(TimeProvider.System);
            addServices(builder.Services);
            builder.Services.AddHostedService<StorePreparation>();
            builder.Services.AddPausing();
            builder.Services.AddRabbitMqMessaging(addConsumers);

            using var host = builder.Build();

            // All sections before the first part is built, which would report its own section alone.
            host.Services.GetService<IStartupValidator>()?.Validate();
            await RunAsync(host, () => Environment.Exit(1));
            return 0;
        }
        catch (OptionsValidationException e)
        {
            return await ReportAsync(name, e.Failures);
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            // More than one section is wrong.
            return await ReportAsync(name, e.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures));
        }
        catch (Exception e) when (e is FileNotFoundException or InvalidDataException or FormatException)
        {
            await Console.Error.WriteLineAsync($"{name}: configuration: {e.Message}");
            return 2;
        }
        catch (StoreUnusableException e)
        {
            await Console.Error.WriteLineAsync($"{name}: {e.Message}");
            return 1;
        }
    }

    /// <summary>Runs a host until it is told to stop.</summary>
    /// <param name="host">The host.</param>
    /// <param name="end">Ends the process at once, if it hangs when told to stop.</param>
    internal static async Task RunAsync(IHost host, Action end)
    {
        var ends = new StopLimit(host.Services.GetRequiredService<TimeProvider>(), end);
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        var (started, stopping) = (lifetime.ApplicationStarted, lifetime.ApplicationStopping);
        try
        {
            await ends.HoldAsync(host.RunAsync(), stopping);
        }
        catch (Exception) when (stopping.IsCancellationRequested && !started.IsCancellationRequested)
        {
            // Told to stop while it was still starting, which the bus answers with whatever it was about: nothing was in hand.
        }
    }

    private static async Task<int> ReportAsync(string name, IEnumerable<string> failures)
    {
        foreach (var failure in failures)
        {
            await Console.Error.WriteLineAsync($"{name}: configuration: {failure}");
        }

        return 2;
    }

    private static HostApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        var commandLine = new ConfigurationBuilder().AddCommandLine([.. args.Where(a => a != "--health")]).Build();
        if (commandLine["config"] is { } file)
        {
            builder.Configuration.AddJsonFile(Path.GetFullPath(file), optional: false);
        }

        builder.Configuration.AddEnvironmentVariables();
        builder.Configuration.AddConfiguration(commandLine);
        return builder;
    }
}
