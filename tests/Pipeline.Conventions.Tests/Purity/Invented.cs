using Microsoft.Extensions.Logging;

// Types that break the rule of purity, one each, and one that does not: what the rule must tell apart.
namespace Pipeline.Conventions.Tests.Purity.Invented;

internal sealed class Logged(ILogger<Logged> logger)
{
    public bool Loud => logger.IsEnabled(LogLevel.Debug);
}

internal sealed class Saved
{
    public static bool Exists(string path) => File.Exists(path);
}

internal sealed class Dated(TimeProvider time)
{
    public long Now => time.GetTimestamp();
}

internal sealed class Pure
{
    public static int Twice(int number) => 2 * number;
}
