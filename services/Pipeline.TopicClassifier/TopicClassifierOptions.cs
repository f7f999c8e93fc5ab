using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Pipeline.BuildingBlocks.Messaging;

namespace Pipeline.TopicClassifier;

/// <summary>Pace and strictness of the topic classifier. Section <c>TopicClassifier</c>.</summary>
public sealed class TopicClassifierOptions : BatchQueueOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "TopicClassifier";

    /// <summary>Lowest score at which a topic is assigned, 0 to 1. Default 0.35: best micro-F1 on the development set.</summary>
    [Range(0.0, 1.0)]
    public double MinimumScore { get; set; } = 0.35;

    /// <summary>File of a taxonomy to use in place of the built-in arXiv subjects; null uses the built-in one. Default null.</summary>
    public string? TaxonomyFile { get; set; }
}

[OptionsValidator]
internal sealed partial class TopicClassifierOptionsValidator : IValidateOptions<TopicClassifierOptions>;
