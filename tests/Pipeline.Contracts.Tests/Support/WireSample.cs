using System.Text.Json;
using System.Text.Json.Nodes;
using MassTransit;

namespace Pipeline.Contracts.Tests.Support;

/// <summary>A stored envelope and what it means. Samples are never changed: messages of that form are still in queues.</summary>
/// <param name="Version">Version of the message, from 1; one more for each property added.</param>
internal abstract record WireSample(Type Message, int Version)
{
    public string Name => $"{JsonNamingPolicy.KebabCaseLower.ConvertName(Message.Name)}.v{Version}";

    public string Envelope => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", $"{Name}.json"));

    public string Urn => MessageUrn.ForTypeString(Message);

    /// <summary>What it says; compared with what it is read as.</summary>
    public abstract object Expected { get; }

    public abstract object? Read(string envelope);

    /// <summary>The same message as the current code writes it.</summary>
    public abstract string Write();

    public static IEnumerable<string> PropertiesOf(string envelope)
        => JsonNode.Parse(envelope)!["message"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal);

    public sealed override string ToString() => Name;
}

internal sealed record WireSample<T>(int Version, T Value) : WireSample(typeof(T), Version)
    where T : class
{
    public override object Expected => Value;

    public override object? Read(string envelope) => Wire.Read<T>(envelope);

    public override string Write() => Wire.Write(Value);
}
