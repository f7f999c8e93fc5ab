using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.ClaimExtractor.Extraction;
using Pipeline.TopicClassifier.Classification;

namespace Pipeline.Standalone.Diagnosis;

/// <summary>The models of both stages: whether they load and answer.</summary>
internal sealed class ModelCheck(IServiceProvider services) : ICheck
{
    private const string Title = "A method for reading listings";
    private const string Abstract = "We propose a method. It reaches 91.5 % on the benchmark.";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Try("claim models", () =>
        {
            services.GetRequiredService<ClaimAnalyzer>().Analyze("doctor", Title, Abstract);
            return ClaimAnalyzer.Version.ToString();
        });
        yield return Try("topic models", () =>
        {
            var analyzer = services.GetRequiredService<TopicAnalyzer>();
            analyzer.Analyze(Title, Abstract);
            return analyzer.Version.ToString();
        });
        await Task.CompletedTask;
    }

    // Whatever a damaged file makes of a reader, it is a finding.
    private static Finding Try(string check, Func<string> load)
    {
        try
        {
            return Finding.Ok(check, load());
        }
        catch (Exception e)
        {
            return Finding.Failed(check, e.Message, "Check the section TopicClassifier if it names files of your own; else install the program again.");
        }
    }
}
