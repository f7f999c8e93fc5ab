using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Messaging;

namespace Pipeline.ClaimExtractor;

/// <summary>Pace of the claim extractor. Section <c>ClaimExtractor</c>.</summary>
public sealed class ClaimExtractorOptions : BatchQueueOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "ClaimExtractor";
}

[OptionsValidator]
internal sealed partial class ClaimExtractorOptionsValidator : IValidateOptions<ClaimExtractorOptions>;
