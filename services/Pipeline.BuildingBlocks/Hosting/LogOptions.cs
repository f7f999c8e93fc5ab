using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Pipeline.BuildingBlocks.Hosting;

/// <summary>How log lines are written.</summary>
public enum LogFormat
{
    /// <summary>Text on a terminal, JSON elsewhere.</summary>
    Auto,

    /// <summary>One readable line an event.</summary>
    Text,

    /// <summary>One compact JSON object an event, for log collectors.</summary>
    Json,
}

/// <summary>Log lines, always to standard error. Section <c>Log</c>.</summary>
public sealed class LogOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Log";

    /// <summary>Form of a line. Default <see cref="LogFormat.Auto"/>.</summary>
    [EnumDataType(typeof(LogFormat))]
    public LogFormat Format { get; set; } = LogFormat.Auto;

    /// <summary>Lowest level written: Verbose, Debug, Information, Warning, Error or Fatal. Default Information.</summary>
    [EnumDataType(typeof(Serilog.Events.LogEventLevel))]
    public Serilog.Events.LogEventLevel Level { get; set; } = Serilog.Events.LogEventLevel.Information;
}

[OptionsValidator]
internal sealed partial class LogOptionsValidator : IValidateOptions<LogOptions>;
