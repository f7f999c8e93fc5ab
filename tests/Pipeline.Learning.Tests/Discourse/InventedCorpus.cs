using Pipeline.ClaimExtractor.Extraction.Discourse;
using Pipeline.Learning.Discourse;

namespace Pipeline.Learning.Tests.Discourse;

/// <summary>A handful of abstracts about kites whose labels a model can learn.</summary>
internal static class InventedCorpus
{
    private static readonly string[] Kites = ["box kites", "delta kites", "paper kites", "stunt kites"];

    public static DiscourseCorpus Create() => new(
        [.. Kites.SelectMany(kite => (DiscourseExample[])[Crowd(kite), Medical(kite), Arxiv(kite), Argument(kite)])],
        [Crowd("sport kites"), Medical("sport kites"), Arxiv("sport kites")],
        [.. Kites.Select(kite => DiscourseExample.FromSentences("A tail for " + kite, Sentences(kite), null))]);

    public static DiscourseExample Arxiv(string kite)
        => DiscourseExample.FromSentences("A tail for " + kite, Sentences(kite), Register.Arxiv)
            .With(DiscourseHead.Roles, [0, 2, 3])
            .With(DiscourseHead.Claims, [0, 1, 3])
            .With(DiscourseHead.Main, [0, 0, 1]);

    public static DiscourseExample Crowd(string kite)
        => DiscourseExample.FromSentences("A tail for " + kite, Sentences(kite), Register.Crowd, [1, 0.5f, 1]).With(DiscourseHead.CrowdRoles, [0, 2, 3]);

    public static DiscourseExample Argument(string kite) => DiscourseExample.FromSentences("A tail for " + kite, Sentences(kite), null, arguments: [0, 1, 2]);

    private static DiscourseExample Medical(string kite)
        => DiscourseExample.FromSentences("A tail for " + kite, Sentences(kite), Register.Medical).With(DiscourseHead.MedicalMain, [0, 0, 1]);

    private static string[] Sentences(string kite) =>
    [
        $"People have flown {kite} for centuries.",
        $"We propose a new tail for {kite}.",
        $"Our tail outperforms all others on {kite}.",
    ];
}
