using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Sources;
using Pipeline.Scheduler.Scheduling;

namespace Pipeline.Scheduler;

/// <summary>Names each configured source whose schedule is wrong or never fires.</summary>
internal sealed class ScheduleValidator : IValidateOptions<SourcesOptions>
{
    public ValidateOptionsResult Validate(string? name, SourcesOptions options)
    {
        var failures = options.Sources.Values
            .Select(source => (source.Id, Fault: SourceSchedule.Check(source)))

            // A wrong time zone is reported with the source's other keys.
            .Where(source => source.Fault?.StartsWith(nameof(SourceDefinition.Schedule), StringComparison.Ordinal) == true)
            .Select(source => $"{SourcesOptions.Section}:{source.Id}:{source.Fault}")
            .ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
