using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>What kind of sentence names stand in.</summary>
internal static class SentenceTraits
{
    /// <summary>Whether one of the words stands there.</summary>
    public static bool Tells(TokenView view, WordSet words)
    {
        foreach (var token in view.Tokens)
        {
            if (words.Contains(token))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Bits: it speaks of data sets, of trying things out, of what is introduced.</summary>
    public static uint Of(TokenView view)
    {
        var traits = 0u;
        for (var i = 0; i < view.Count; i++)
        {
            traits |= view.Is(i, Lexicon.Names.DatasetNouns) ? 1u : 0;
            traits |= view.Is(i, Lexicon.Names.EvaluationWords) ? 2u : 0;
            traits |= (traits & 4) == 0 && Lexicon.Names.Introductions.Match(view.Tokens, i, out _) >= 0 ? 4u : 0;
        }

        return traits;
    }
}
