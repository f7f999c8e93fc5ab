using Pipeline.ClaimExtractor.Extraction.Cues;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>The cues of what sentences say, over the vocabulary that all cues share. Part of <see cref="Lexicon"/>, so that no text is cut before its words are in.</summary>
internal sealed class StatementLexicon(Vocabulary words)
{
    public WordSet Hoping { get; } = new(words, PromiseCues.Hoping);

    public WordSet Speakers { get; } = new(words, PromiseCues.Speakers);

    public WordSet Releasing { get; } = new(words, PromiseCues.Releasing);

    public WordSet Ranking { get; } = new(words, RankingCues.Ranking);

    /// <summary>The first words of all statements, so that most tokens are looked up once.</summary>
    public WordSet Starts { get; } = new(words, StatementCues.All.SelectMany(phrase => phrase.Split(' ')[0].Split('|')));

    public PhraseSet Shown { get; } = new(words, StatementCues.Shown);

    public PhraseSet Proved { get; } = new(words, StatementCues.Proved);

    public PhraseSet Argued { get; } = new(words, StatementCues.Argued);

    public PhraseSet Proposed { get; } = new(words, StatementCues.Proposed);

    public PhraseSet Brought { get; } = new(words, StatementCues.Brought);

    public PhraseSet IsProposed { get; } = new(words, StatementCues.IsProposed);

    public PhraseSet Studied { get; } = new(words, StatementCues.Studied);

    public PhraseSet Asked { get; } = new(words, StatementCues.Asked);

    public PhraseSet Aimed { get; } = new(words, StatementCues.Aimed);

    public PhraseSet Reported { get; } = new(words, StatementCues.Reported);

    public PhraseSet Found { get; } = new(words, StatementCues.Found);

    public PhraseSet Derived { get; } = new(words, StatementCues.Derived);

    public PhraseSet Analysed { get; } = new(words, StatementCues.Analysed);

    public PhraseSet RankingPhrases { get; } = new(words, RankingCues.Phrases);

    public WordSet ComparingWords { get; } = new(words, ComparisonCues.Words);

    public PhraseSet Tried { get; } = new(words, StatementCues.Tried);
}
