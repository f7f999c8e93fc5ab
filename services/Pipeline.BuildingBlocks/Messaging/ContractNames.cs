using System.Text.Json;
using MassTransit;
using Pipeline.Contracts;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>
/// Names of exchanges: a contract is published to <c>PREFIXmessages.kebab-name</c>. Queues have exchanges of their own
/// name, and some are named as a command is: without a space of their own, the two would be one.
/// </summary>
internal sealed class ContractNames(string prefix, IEntityNameFormatter other) : IEntityNameFormatter
{
    public string FormatEntityName<T>()
        => typeof(T).Assembly == typeof(PaperParsed).Assembly
            ? $"{prefix}messages.{JsonNamingPolicy.KebabCaseLower.ConvertName(typeof(T).Name)}"
            : prefix + other.FormatEntityName<T>();
}
