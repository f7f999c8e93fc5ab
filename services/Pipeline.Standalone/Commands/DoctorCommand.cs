using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Standalone.Diagnosis;
using Pipeline.Standalone.Hosting;
using Pipeline.Standalone.Output;

namespace Pipeline.Standalone.Commands;

/// <summary><c>doctor</c>: looks at configuration and every dependency, and says how to put right what is wrong.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object a line." };
        var command = new Command("doctor", "Check configuration, store, broker, mail server, models, sources and waiting work; say how to fix what fails. Changes nothing.") { json };
        command.SetAction((result, cancellationToken) => RunAsync(GlobalOptions.Read(result), result.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(GlobalSettings settings, bool json, CancellationToken cancellationToken)
    {
        using var host = DoctorHost.Create(settings);
        host.Services.GetService<IStartupValidator>()?.Validate();

        var report = new FindingReport(new Screen(settings.NoColor), json);
        report.Write(Finding.Ok("configuration", "every section is valid"));
        foreach (var check in host.Services.GetServices<ICheck>())
        {
            await foreach (var finding in check.RunAsync(cancellationToken))
            {
                report.Write(finding);
            }
        }

        return report.Failed ? ExitCode.Failed : ExitCode.Done;
    }
}
