using System.ComponentModel.DataAnnotations;
using Pipeline.BuildingBlocks.Telemetry;

namespace Pipeline.BuildingBlocks.Tests.Telemetry;

public sealed class TelemetryOptionsTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("http://collector:4318", true)]
    [InlineData("https://collector/otlp", true)]
    [InlineData("grpc://collector:4317", false)]
    [InlineData("collector", false)]
    public void Endpoint_IsAnAddressOverHttp(string? endpoint, bool valid)
        => Assert.Equal(valid, IsValid(new() { Endpoint = endpoint is null ? null : new Uri(endpoint, UriKind.RelativeOrAbsolute) }));

    [Theory]
    [InlineData(-0.01, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(1.01, false)]
    public void SampledShare_IsAShare(double share, bool valid) => Assert.Equal(valid, IsValid(new() { SampledShare = share }));

    [Theory]
    [InlineData("00:00:00.999", false)]
    [InlineData("00:00:01", true)]
    [InlineData("01:00:00", true)]
    [InlineData("01:00:01", false)]
    public void SampleEvery_HasLimits(string pause, bool valid)
        => Assert.Equal(valid, IsValid(new() { SampleEvery = TimeSpan.Parse(pause, System.Globalization.CultureInfo.InvariantCulture) }));

    private static bool IsValid(TelemetryOptions options) => Validator.TryValidateObject(options, new(options), [], validateAllProperties: true);
}
