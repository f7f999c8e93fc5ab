using Pipeline.Chaos.Faults;
using Pipeline.Chaos.Feeding;
using Pipeline.PoisonedClaims;

namespace Pipeline.Chaos.Checks;

/// <summary>What holds at the end, whatever went wrong meanwhile. Pure: each method names what does not hold.</summary>
public static class ChaosChecks
{
    /// <summary>While the poison is there: the good papers are enriched, the poison is among the dead letters with its reason.</summary>
    public static IEnumerable<string> WithPoison(IReadOnlyList<FedPaper> fed, ChaosFacts facts)
    {
        ArgumentNullException.ThrowIfNull(fed);
        ArgumentNullException.ThrowIfNull(facts);
        var poison = fed.Where(paper => paper.Poison != Poison.None).ToDictionary(paper => paper.Id, StringComparer.Ordinal);
        var letters = facts.Failures.Where(failure => failure.IsDead).ToLookup(failure => failure.PaperId, StringComparer.Ordinal);
        return
        [
            .. Enriched(fed.Where(paper => paper.Poison == Poison.None), facts),
            .. Strangers(fed, facts),
            .. poison.Values.Where(paper => !letters.Contains(paper.Id)).Select(paper => $"{paper.Id} is poison ({paper.Poison}) and no dead letter"),
            .. poison.Values.SelectMany(paper => letters[paper.Id].Where(letter => !Tells(letter, paper)).Select(letter => $"{paper.Id} is poison ({paper.Poison}), but its dead letter says: {letter.Reason}")),
            .. facts.Failures.Where(failure => failure.PaperId is null || !poison.ContainsKey(failure.PaperId)).Select(failure => Describe("is no poison, but", failure)),
            .. facts.Failures.Where(failure => !failure.IsDead && failure.PaperId is { } id && poison.ContainsKey(id)).Select(failure => Describe("is not over:", failure)),
            .. facts.Events.Where(e => poison.ContainsKey(e.PaperId)).Select(e => $"{e.PaperId} is poison, but was announced"),
            .. Told(facts),
            .. SetAside(facts),
        ];
    }

    /// <summary>When the poison is gone and the dead letters are replayed: every paper is enriched, and nothing is left of a failure.</summary>
    public static IEnumerable<string> AfterReplay(IReadOnlyList<FedPaper> fed, ChaosFacts facts)
    {
        ArgumentNullException.ThrowIfNull(fed);
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            .. Enriched(fed, facts),
            .. Strangers(fed, facts),
            .. facts.Failures.Select(failure => Describe("after the replay", failure)),
            .. Told(facts),
            .. SetAside(facts),
        ];
    }

    /// <summary>After each outage the flow resumes by itself, within the limit.</summary>
    public static IEnumerable<string> Recovered(IEnumerable<Recovery> recoveries, TimeSpan limit)
        => recoveries.Where(recovery => (recovery.After ?? recovery.Watched) > limit).Select(recovery => recovery.ToString());

    private static IEnumerable<string> Enriched(IEnumerable<FedPaper> papers, ChaosFacts facts)
    {
        var stored = facts.Papers.ToLookup(paper => paper.Id, StringComparer.Ordinal);
        var ids = facts.Events.ToLookup(e => (e.PaperId, e.Revision), e => e.MessageId);
        return papers.SelectMany(paper => stored[paper.Id].Count() == 1 ? Faults(paper, stored[paper.Id].Single(), ids) : [$"{paper.Id} is in the store {stored[paper.Id].Count()} times"]);
    }

    private static IEnumerable<string> Faults(FedPaper paper, StoredPaper stored, ILookup<(string, string), string> ids)
    {
        var newest = paper.Revisions[^1];
        if (stored.Revision != newest)
        {
            yield return $"{paper.Id} stands at {stored.Revision}, its newest revision is {newest}";
        }

        foreach (var (section, revision) in new[] { ("claims", stored.Claims), ("topics", stored.Topics), ("completion", stored.Enriched) }.Where(section => section.Item2 != newest))
        {
            yield return $"{paper.Id} has {section} of {revision ?? "no revision"}, its newest revision is {newest}";
        }

        if (!ids.Contains((paper.Id, newest)))
        {
            yield return $"{paper.Id} was never announced at {newest}";
        }

        foreach (var revision in paper.Revisions.Where(revision => ids[(paper.Id, revision)].Distinct(StringComparer.Ordinal).Count() > 1))
        {
            yield return $"{paper.Id} was announced at {revision} under several ids: {string.Join(", ", ids[(paper.Id, revision)].Distinct(StringComparer.Ordinal))}";
        }
    }

    private static IEnumerable<string> Strangers(IReadOnlyList<FedPaper> fed, ChaosFacts facts)
    {
        var known = fed.ToDictionary(paper => paper.Id, paper => paper.Revisions, StringComparer.Ordinal);
        return
        [
            .. facts.Papers.Where(paper => !known.ContainsKey(paper.Id)).Select(paper => $"{paper.Id} is in the store and was never fed"),
            .. facts.Events.Where(e => !known.TryGetValue(e.PaperId, out var revisions) || !revisions.Contains(e.Revision)).Distinct().Select(e => $"{e.PaperId} was announced at {e.Revision}, which was never fed"),
        ];
    }

    // Who reads the log and who listens are told the same.
    private static IEnumerable<string> Told(ChaosFacts facts)
    {
        var logged = facts.Log.Select(change => change.EventId).ToHashSet(StringComparer.Ordinal);
        var received = facts.Events.Select(e => e.MessageId).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. facts.Log.Index().Where(at => at.Item.Sequence != at.Index + 1).Take(1).Select(at => $"place {at.Index + 1} of the change log is {at.Item.Sequence}"),
            .. facts.Log.GroupBy(change => change.EventId, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => $"{same.Key} is in the change log {same.Count()} times"),
            .. logged.Except(received).Select(id => $"{id} is in the change log and was never received"),
            .. received.Except(logged).Select(id => $"{id} was received and is not in the change log"),
        ];
    }

    private static IEnumerable<string> SetAside(ChaosFacts facts)
        => facts.SetAside == 0 ? [] : [$"{facts.SetAside} messages stand aside on the broker"];

    // The worker that dies can tell nothing; its broker does.
    private static bool Tells(OpenFailure letter, FedPaper paper) => paper.Poison == Poison.Killing
        ? letter.Reason.StartsWith("Killed its worker", StringComparison.Ordinal)
        : letter.Reason.StartsWith($"{paper.Id} is poison", StringComparison.Ordinal);

    private static string Describe(string how, OpenFailure failure)
        => $"{failure.PaperId ?? "a message of no paper"} {how} {(failure.IsDead ? "is a dead letter" : "still waits")} of {failure.Stage}: {failure.Reason}";
}
