using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Messaging;

namespace Pipeline.TopicClassifier;

/// <summary>Pace and strictness of the topic classifier. Section <c>TopicClassifier</c>.</summary>
public sealed class TopicClassifierOptions : BatchQueueOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "TopicClassifier";

    /// <summary>Lowest score at which a topic is assigned, 0 to 1; null leaves it to the thresholds that were learned with the topics. Default null.</summary>
    [Range(0.0, 1.0)]
    public double? MinimumScore { get; set; }

    /// <summary>File of a taxonomy to use in place of the built-in arXiv subjects; null uses the built-in one. Default null.</summary>
    public string? TaxonomyFile { get; set; }

    /// <summary>File of a model for the taxonomy; null uses the one that comes with this program for a taxonomy of that name, if any. Default null.</summary>
    public string? ModelFile { get; set; }
}

[OptionsValidator]
internal sealed partial class TopicClassifierOptionsValidator : IValidateOptions<TopicClassifierOptions>;
