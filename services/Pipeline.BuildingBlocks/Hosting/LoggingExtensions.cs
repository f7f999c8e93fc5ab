using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Pipeline.BuildingBlocks.Hosting;

/// <summary>Serilog in the form of <see cref="LogOptions"/>.</summary>
public static class LoggingExtensions
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{Known:l}{NewLine}{Exception}";

    /// <summary>Writes log lines to standard error, so that standard output stays for results.</summary>
    public static IServiceCollection AddPipelineLogging(this IServiceCollection services, string service)
    {
        services.AddValidatedOptions<LogOptions, LogOptionsValidator>(LogOptions.Section);
        return services.AddSerilog((provider, logger) =>
        {
            var options = provider.GetRequiredService<IOptions<LogOptions>>().Value;
            var json = options.Format == LogFormat.Json || (options.Format == LogFormat.Auto && Console.IsErrorRedirected);

            logger
                .MinimumLevel.Is(options.Level)
                .MinimumLevel.Override("Microsoft", AtLeast(options.Level, LogEventLevel.Warning))
                .MinimumLevel.Override("System", AtLeast(options.Level, LogEventLevel.Warning))
                .MinimumLevel.Override("MassTransit", AtLeast(options.Level, LogEventLevel.Warning))
                .Enrich.WithProperty("Service", service)
                .Enrich.FromLogContext();

            if (json)
            {
                logger.WriteTo.Console(new RenderedCompactJsonFormatter(), standardErrorFromLevel: LogEventLevel.Verbose);
            }
            else
            {
                logger.Enrich.With<KnownOfWork>();
                logger.WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose);
            }
        });
    }

    // What libraries say in normal running is noise; --verbose shows it all the same.
    private static LogEventLevel AtLeast(LogEventLevel asked, LogEventLevel usual)
        => asked <= LogEventLevel.Debug ? asked : (LogEventLevel)Math.Max((int)asked, (int)usual);
}
