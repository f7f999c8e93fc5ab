using System.Text.Json;
using MassTransit;
using Pipeline.Contracts.Tests.Support;

namespace Pipeline.Contracts.Tests;

/// <summary>That the stored samples notice a change of a contract: each record here is <see cref="PaperParsed"/> after one.</summary>
public sealed class EvolutionTests
{
    private static readonly string Envelope = Stored.Samples.Single(sample => sample.Message == typeof(PaperParsed)).Envelope;

    [Fact]
    public void Property_AddedAsOptional_ReadsOldMessages()
        => Assert.Equal("arxiv:2409.12345", Wire.Read<WithAnOptionalProperty>(Envelope)?.PaperId);

    [Fact]
    public void Property_AddedAsRequired_FailsOnOldMessages()
        => Assert.Contains("language", Assert.Throws<JsonException>(() => Wire.Read<WithARequiredProperty>(Envelope)).Message, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Property_Renamed_FailsOnOldMessages()
        => Assert.Contains("key", Assert.Throws<JsonException>(() => Wire.Read<WithARenamedProperty>(Envelope)).Message, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Message_Renamed_IsNotFoundInOldEnvelopes() => Assert.Null(Wire.Read<PaperRead>(Envelope));

    [MessageUrn("Pipeline.Contracts:PaperParsed")]
    public sealed record WithAnOptionalProperty
    {
        public required string PaperId { get; init; }

        public string? Language { get; init; }
    }

    [MessageUrn("Pipeline.Contracts:PaperParsed")]
    public sealed record WithARequiredProperty
    {
        public required string PaperId { get; init; }

        public required string Language { get; init; }
    }

    [MessageUrn("Pipeline.Contracts:PaperParsed")]
    public sealed record WithARenamedProperty
    {
        public required string Key { get; init; }
    }

    [MessageUrn("Pipeline.Contracts:PaperRead")]
    public sealed record PaperRead
    {
        public required string PaperId { get; init; }
    }
}
