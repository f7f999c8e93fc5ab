namespace Pipeline.Learning.Keyphrases;

/// <summary>An abstract of the <c>scierc</c> data: sentences in tokens, with labelled spans.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Sentences">Its sentences in order.</param>
public sealed record ScierAbstract(string Id, IReadOnlyList<ScierSentence> Sentences)
{
    /// <summary>The text, its tokens joined by spaces.</summary>
    public string Text => string.Join(' ', Sentences.SelectMany(sentence => sentence.Tokens));

    /// <summary>The terms that say what the paper is about: tasks, methods and other scientific terms, in order.</summary>
    /// <exception cref="GoldFileException">A span lies outside its sentence.</exception>
    public IEnumerable<string> Terms => Sentences.SelectMany(sentence => sentence.Entities
        .Where(entity => entity[2].GetString() is "Task" or "Method" or "OtherScientificTerm")
        .Select(entity => TermOf(sentence, entity[0].GetInt32(), entity[1].GetInt32())));

    // The data give the last token, not the one behind it, and count tokens from the start of the sentence.
    private string TermOf(ScierSentence sentence, int first, int last)
        => first >= 0 && first <= last && last < sentence.Tokens.Count
            ? string.Join(' ', sentence.Tokens.Skip(first).Take(last - first + 1))
            : throw new GoldFileException($"{Id}: the span {first} to {last} lies outside its sentence.", null);
}
