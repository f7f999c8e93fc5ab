using Pipeline.ClaimExtractor.Extraction.Cues;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>The cues of names, over the vocabulary that all cues share. Part of <see cref="Lexicon"/>, so that no text is cut before its words are in.</summary>
internal sealed class NameLexicon(Vocabulary words)
{
    public PhraseSet Introductions { get; } = new(words, NameCues.Introductions);

    public PhraseSet Namings { get; } = new(words, NameCues.Namings);

    public PhraseSet ListOpenings { get; } = new(words, NameCues.ListOpenings);

    public PhraseSet Metrics { get; } = new(words, MetricCues.Names);

    public WordSet MetricTails { get; } = new(words, MetricCues.Tails);

    public WordSet DescriptionEnds { get; } = new(words, NameCues.DescriptionEnds);

    public WordSet CommonAcronyms { get; } = new(words, NameCues.CommonAcronyms);

    public WordSet DatasetNouns { get; } = new(words, NameCues.DatasetNouns);

    public WordSet MethodNouns { get; } = new(words, NameCues.MethodNouns);

    public WordSet TaskNouns { get; } = new(words, NameCues.TaskNouns);

    public WordSet TypeCommands { get; } = new(words, NameCues.TypeCommands);

    public WordSet AdjectiveEnds { get; } = new(words, NameCues.AdjectiveEnds);

    public WordSet TrialWords { get; } = new(words, "on", "across");

    public WordSet ListLeads { get; } = new(words, NameCues.ListLeads);

    public PhraseSet MetricAcronyms { get; } = new(words, MetricCues.Acronyms);

    public WordSet MetricHeads { get; } = new(words, MetricCues.Heads);

    public WordSet CommonMetrics { get; } = new(words, MetricCues.Common);

    public WordSet EvaluationWords { get; } = new(words, NameCues.EvaluationWords);

    public WordSet InnerWords { get; } = new(words, NameCues.InnerWords);

    public WordSet CodeWords { get; } = new(words, NameCues.CodeWords);

    public WordSet DataWords { get; } = new(words, NameCues.DataWords);

    public WordSet ProblemNouns { get; } = new(words, NameCues.ProblemNouns);

    public WordSet Uses { get; } = new(words, NameCues.Uses);

    public WordSet Replacing { get; } = new(words, NameCues.Replacing);

    public WordSet TakenThings { get; } = new(words, NameCues.TakenThings);

    public WordSet ManyMethods { get; } = new(words, NameCues.ManyMethods);
}
