using System.Text.Json;
using MassTransit;
using Pipeline.Contracts;

namespace Pipeline.BuildingBlocks.Messaging;

/// <summary>Names of exchanges: a contract is published to the exchange <c>PREFIXkebab-name</c>, whatever the broker library would choose.</summary>
internal sealed class ContractNames(string prefix, IEntityNameFormatter other) : IEntityNameFormatter
{
    public string FormatEntityName<T>()
        => typeof(T).Assembly == typeof(PaperParsed).Assembly
            ? prefix + JsonNamingPolicy.KebabCaseLower.ConvertName(typeof(T).Name)
            : prefix + other.FormatEntityName<T>();
}
