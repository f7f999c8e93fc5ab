using Pipeline.Api.Errors;
using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Reprocessing;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Api.Runs;

/// <summary>Reads a request for papers to be done again. Pure.</summary>
internal static class ReprocessSelection
{
    private const int MaxValues = 200;

    /// <summary>The selection, or what is wrong.</summary>
    /// <param name="request">The request.</param>
    /// <param name="target">Version of the stage in this program.</param>
    /// <param name="known">Topics of the taxonomy in use.</param>
    public static (PaperSelection? Selection, Problem? Fault) Read(ReprocessRequest request, StageVersion target, TopicLookup known)
    {
        if (Fault(request, known) is { } fault)
        {
            return (null, fault);
        }

        return (
            new()
            {
                Stage = request.Stage,
                Ids = request.Ids ?? [],
                SourceId = request.Source,
                Since = request.Since,
                Until = request.Until,
                Topics = [.. (request.Topics ?? []).SelectMany(name => known.Under(known.Find(name)!)).Distinct(StringComparer.Ordinal)],
                Text = request.Words,
                MadeBy = [.. (request.MadeBy ?? []).Select(version => StageVersion.Parse(version)!)],
                OtherThan = request.Outdated ? target : null,
                Lacking = request.Failed,
            },
            null);
    }

    private static Problem? Fault(ReprocessRequest request, TopicLookup known)
    {
        var texts = (request.Ids ?? []).Concat(request.Topics ?? []).Concat(request.MadeBy ?? []).Append(request.Source ?? "-").Append(request.Words ?? "-");
        if (new[] { request.Ids, request.Topics, request.MadeBy }.Any(list => list?.Count > MaxValues))
        {
            return Problems.BadBody($"A list may have {MaxValues} values.");
        }

        if (texts.Any(text => text is not { Length: > 0 and <= QueryParameter.MaxLength } || text.Any(char.IsControl)))
        {
            return Problems.BadBody($"A text has 1 to {QueryParameter.MaxLength} characters, none of them a control character.");
        }

        return request.Since > request.Until ? Problems.BadBody("since must not lie after until.")
            : (request.Topics ?? []).FirstOrDefault(name => known.Find(name) is null) is { } topic ? Problems.BadBody($"The taxonomy {known.TaxonomyName} has no topic '{topic}'; see /topics.")
            : (request.MadeBy ?? []).FirstOrDefault(version => StageVersion.Parse(version) is null) is { } made ? Problems.BadBody($"'{made}' is no version; write it as claims/3 or topics/3+arxiv/3.")
            : null;
    }
}
