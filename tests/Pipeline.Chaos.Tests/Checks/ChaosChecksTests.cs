using Pipeline.Chaos.Checks;
using Pipeline.Chaos.Faults;
using Pipeline.Chaos.Feeding;
using Pipeline.PoisonedClaims;

namespace Pipeline.Chaos.Tests.Checks;

public sealed class ChaosChecksTests
{
    private static readonly FedPaper Good = new("arxiv:1", ["a1"], Poison.None);
    private static readonly FedPaper Changed = new("arxiv:2", ["b1", "b2"], Poison.None);
    private static readonly FedPaper Refused = new("arxiv:3", ["c1"], Poison.Refused);
    private static readonly FedPaper Killing = new("arxiv:4", ["d1"], Poison.Killing);
    private static readonly FedPaper[] Fed = [Good, Changed, Refused, Killing];

    private static readonly OpenFailure RefusedLetter = new(Refused.Id, "extract-claims", IsDead: true, $"{Refused.Id} is poison: refused.");
    private static readonly OpenFailure KillingLetter = new(Killing.Id, "extract-claims", IsDead: true, "Killed its worker 4 times, also when it was handled alone.");

    // Every event twice: at least once is what is promised.
    private static readonly ChaosFacts Poisoned = new(
        [Stored("arxiv:1", "a1"), Stored("arxiv:2", "b2"), Stored("arxiv:3", "c1") with { Claims = null, Enriched = null }, Stored("arxiv:4", "d1") with { Claims = null, Enriched = null }],
        [new("m1", "arxiv:1", "a1"), new("m1", "arxiv:1", "a1"), new("m2", "arxiv:2", "b1"), new("m3", "arxiv:2", "b2")],
        LogOf("m1", "m2", "m3"),
        [RefusedLetter, KillingLetter],
        SetAside: 0);

    private static readonly ChaosFacts Replayed = Poisoned with
    {
        Papers = [Stored("arxiv:1", "a1"), Stored("arxiv:2", "b2"), Stored("arxiv:3", "c1"), Stored("arxiv:4", "d1")],
        Events = [.. Poisoned.Events, new("m4", "arxiv:3", "c1"), new("m5", "arxiv:4", "d1")],
        Log = LogOf("m1", "m2", "m3", "m4", "m5"),
        Failures = [],
    };

    public static TheoryData<string, Func<ChaosFacts, ChaosFacts>> OfGoodPapers => new()
    {
        { "arxiv:1 is in the store 0 times", facts => facts with { Papers = [.. facts.Papers.Skip(1)] } },
        { "arxiv:1 is in the store 2 times", facts => facts with { Papers = [.. facts.Papers, facts.Papers[0]] } },
        { "arxiv:9 is in the store and was never fed", facts => facts with { Papers = [.. facts.Papers, Stored("arxiv:9", "z")] } },
        { "arxiv:2 stands at b1, its newest revision is b2", facts => With(facts, facts.Papers[1] with { Revision = "b1" }) },
        { "arxiv:2 has claims of b1, its newest revision is b2", facts => With(facts, facts.Papers[1] with { Claims = "b1" }) },
        { "arxiv:2 has topics of no revision, its newest revision is b2", facts => With(facts, facts.Papers[1] with { Topics = null }) },
        { "arxiv:2 has completion of b1, its newest revision is b2", facts => With(facts, facts.Papers[1] with { Enriched = "b1" }) },
        { "arxiv:2 was never announced at b2", facts => Telling(facts, [.. facts.Events.Where(e => e.Revision != "b2")]) },
        { "arxiv:1 was announced at a1 under several ids: m1, m8", facts => Telling(facts, [.. facts.Events, new("m8", "arxiv:1", "a1")]) },
        { "arxiv:2 was announced at b1 under several ids: m2, m8", facts => Telling(facts, [.. facts.Events, new("m8", "arxiv:2", "b1")]) },
        { "arxiv:1 was announced at x, which was never fed", facts => Telling(facts, [.. facts.Events, new("m8", "arxiv:1", "x")]) },
        { "place 2 of the change log is 3", facts => facts with { Log = [.. facts.Log.Select(change => change.Sequence > 1 ? change with { Sequence = change.Sequence + 1 } : change)] } },
        { "m2 is in the change log 2 times", facts => facts with { Log = LogOf([.. facts.Log.Select(change => change.EventId), "m2"]) } },
        { "m9 is in the change log and was never received", facts => facts with { Log = LogOf([.. facts.Log.Select(change => change.EventId), "m9"]) } },
        { "m1 was received and is not in the change log", facts => facts with { Log = LogOf([.. facts.Log.Select(change => change.EventId).Where(id => id != "m1")]) } },
        { "7 messages stand aside on the broker", facts => facts with { SetAside = 7 } },
    };

    public static TheoryData<string, Func<ChaosFacts, ChaosFacts>> OfPoison => new()
    {
        { "arxiv:3 is poison (Refused) and no dead letter", facts => facts with { Failures = [KillingLetter] } },
        { "arxiv:3 is poison (Refused), but its dead letter says: arxiv:1 is poison: refused.", facts => facts with { Failures = [RefusedLetter with { Reason = "arxiv:1 is poison: refused." }, KillingLetter] } },
        { "arxiv:4 is poison (Killing), but its dead letter says: Lost.", facts => facts with { Failures = [RefusedLetter, KillingLetter with { Reason = "Lost." }] } },
        { "arxiv:1 is no poison, but is a dead letter of extract-claims: Lost.", facts => facts with { Failures = [.. facts.Failures, new("arxiv:1", "extract-claims", true, "Lost.")] } },
        { "arxiv:1 is no poison, but still waits of extract-claims: Lost.", facts => facts with { Failures = [.. facts.Failures, new("arxiv:1", "extract-claims", false, "Lost.")] } },
        { "a message of no paper is no poison, but is a dead letter of parse-listing: Lost.", facts => facts with { Failures = [.. facts.Failures, new(null, "parse-listing", true, "Lost.")] } },
        { "arxiv:3 is not over: still waits of extract-claims: Lost.", facts => facts with { Failures = [.. facts.Failures, new("arxiv:3", "extract-claims", false, "Lost.")] } },
        { "arxiv:3 is poison, but was announced", facts => Telling(facts, [.. facts.Events, new("m4", "arxiv:3", "c1")]) },
    };

    public static TheoryData<string, Func<ChaosFacts, ChaosFacts>> OfReplays => new()
    {
        { "arxiv:3 after the replay is a dead letter of extract-claims: arxiv:3 is poison: refused.", facts => facts with { Failures = [RefusedLetter] } },
        { "arxiv:3 was never announced at c1", facts => Telling(facts, [.. facts.Events.Where(e => e.PaperId != "arxiv:3")]) },
        { "arxiv:4 has claims of no revision, its newest revision is d1", facts => With(facts, facts.Papers[3] with { Claims = null }) },
    };

    [Fact]
    public void Facts_AsTheyShouldBe_AreNoViolation()
    {
        Assert.Empty(ChaosChecks.WithPoison(Fed, Poisoned));
        Assert.Empty(ChaosChecks.AfterReplay(Fed, Replayed));
    }

    [Theory]
    [MemberData(nameof(OfGoodPapers))]
    public void Violation_OfGoodPapers_IsCaughtBothTimes(string expected, Func<ChaosFacts, ChaosFacts> spoil)
    {
        ArgumentNullException.ThrowIfNull(spoil);
        Assert.Equal([expected], ChaosChecks.WithPoison(Fed, spoil(Poisoned)));
        Assert.Equal([expected], ChaosChecks.AfterReplay(Fed, spoil(Replayed)));
    }

    [Theory]
    [MemberData(nameof(OfPoison))]
    public void Violation_OfPoison_IsCaught(string expected, Func<ChaosFacts, ChaosFacts> spoil)
    {
        ArgumentNullException.ThrowIfNull(spoil);
        Assert.Equal([expected], ChaosChecks.WithPoison(Fed, spoil(Poisoned)));
    }

    [Theory]
    [MemberData(nameof(OfReplays))]
    public void Violation_OfTheReplay_IsCaught(string expected, Func<ChaosFacts, ChaosFacts> spoil)
    {
        ArgumentNullException.ThrowIfNull(spoil);
        Assert.Equal([expected], ChaosChecks.AfterReplay(Fed, spoil(Replayed)));
    }

    [Theory]
    [InlineData(30.0, 30.0, 0)]
    [InlineData(30.1, 30.1, 1)]
    [InlineData(null, 29.0, 0)]
    [InlineData(null, 31.0, 1)]
    public void Flow_ThatResumesTooLate_IsCaught(double? after, double watched, int violations)
    {
        var cut = new Fault(TimeSpan.Zero, FaultKind.CutStore, "store", TimeSpan.FromSeconds(2));
        var recovery = new Recovery(cut, after is { } seconds ? TimeSpan.FromSeconds(seconds) : null, TimeSpan.FromSeconds(watched));

        Assert.Equal(violations, ChaosChecks.Recovered([recovery], TimeSpan.FromSeconds(30)).Count());
    }

    private static StoredPaper Stored(string id, string revision) => new(id, revision, revision, revision, revision);

    private static LoggedChange[] LogOf(params string[] ids) => [.. ids.Select((id, i) => new LoggedChange(i + 1, id))];

    private static ChaosFacts Telling(ChaosFacts facts, IReadOnlyList<EnrichedEvent> events)
        => facts with { Events = events, Log = LogOf([.. events.Select(e => e.MessageId).Distinct()]) };

    private static ChaosFacts With(ChaosFacts facts, StoredPaper paper) => facts with { Papers = [.. facts.Papers.Select(stored => stored.Id == paper.Id ? paper : stored)] };
}
