namespace Pipeline.Standalone.Hosting;

/// <summary>Options that every verb takes.</summary>
/// <param name="DataDirectory">Value of <c>--data</c>; null leaves it to the configuration.</param>
/// <param name="ConfigFile">Value of <c>--config</c>; null reads none.</param>
/// <param name="Verbose">Whether log lines of normal running are shown.</param>
/// <param name="NoColor">Whether colours are left out.</param>
internal sealed record GlobalSettings(string? DataDirectory, string? ConfigFile, bool Verbose, bool NoColor);
