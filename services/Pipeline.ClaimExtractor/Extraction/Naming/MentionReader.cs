using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction.Naming;

/// <summary>Finds everything in a text that is written like a name.</summary>
internal sealed class MentionReader(TokenizedText text)
{
    private readonly List<NameMention> _sentence = [];
    private readonly List<(TokenRange Long, TokenRange Acronym)> _pairs = [];

    /// <summary>Mentions in order and disjoint.</summary>
    public List<NameMention> Mentions { get; } = [];

    /// <summary>Pairs of keys: what is written out, and its acronym.</summary>
    public List<(uint Long, uint Acronym)> Pairs { get; } = [];

    /// <summary>Reads all sentences.</summary>
    public void Read()
    {
        for (var i = 0; i < text.Sentences.Count; i++)
        {
            var view = text.ViewOf(i);
            _sentence.Clear();
            LongForms.Find(view, _pairs);
            AddPairs(view, i);
            AddRuns(view, i);
            Mark(view, i, MethodNames.Find(view), NameCue.Introduced);
            Mark(view, i, DatasetNames.Find(view), NameCue.BesideDataset);
            AddAppositions(view);
            Mentions.AddRange(_sentence);
        }
    }

    private void AddPairs(TokenView view, int sentence)
    {
        var behind = 0;
        foreach (var (written, acronym) in _pairs)
        {
            if (Math.Min(written.First, acronym.First) < behind)
            {
                continue;
            }

            var first = new NameMention(sentence, written.First, written.Next, KeyOf(view, written), NameCue.LongForm);
            var second = new NameMention(sentence, acronym.First, acronym.Next, KeyOf(view, acronym), NameCue.Acronym);
            behind = Math.Max(written.Next, acronym.Next);
            _sentence.Add(first.First < second.First ? first : second);
            _sentence.Add(first.First < second.First ? second : first);
            Pairs.Add((first.Key, second.Key));
        }
    }

    private void AddRuns(TokenView view, int sentence)
    {
        var count = _sentence.Count;
        var pair = 0;
        for (var i = 0; i < view.Count; i++)
        {
            while (pair < count && _sentence[pair].Next <= i)
            {
                pair++;
            }

            var limit = pair < count ? _sentence[pair].First : view.Count;
            if (i >= limit)
            {
                i = _sentence[pair].Next - 1;
            }
            else if (NameReader.Starts(view, i))
            {
                i = AddRun(view, sentence, i, Math.Min(RunEnd(view, i), limit)) - 1;
            }
        }

        Sort();
    }

    private int AddRun(TokenView view, int sentence, int first, int next)
    {
        if (first == 0 && !NameReader.IsDistinct(view, 0))
        {
            AddInitial(view, sentence, next);
        }
        else
        {
            Add(view, sentence, new(first, next), NameCue.None);
        }

        return next;
    }

    // "Using BERT": the first word of a sentence is capitalised anyway, what follows it is a name of its own.
    private void AddInitial(TokenView view, int sentence, int next)
    {
        var second = NameReader.ChunkEnd(view, 0);
        if (second < next && NameReader.IsDistinct(view, second))
        {
            Add(view, sentence, new(second, next), NameCue.None);
        }
        else
        {
            Add(view, sentence, new(0, next), NameCue.Initial);
        }
    }

    private void Add(TokenView view, int sentence, TokenRange range, NameCue cues)
        => _sentence.Add(new(sentence, range.First, range.Next, KeyOf(view, range), cues));

    // What is introduced is a name also when it is not written like one. Both lists are in order.
    private void Mark(TokenView view, int sentence, List<(int First, int Next)> found, NameCue cue)
    {
        var at = 0;
        var count = _sentence.Count;
        foreach (var (first, next) in found)
        {
            while (at < count && _sentence[at].Next <= first)
            {
                at++;
            }

            if ((at == count || _sentence[at].First >= next) && (cue == NameCue.Introduced || NameReader.Starts(view, first)))
            {
                Add(view, sentence, new(first, next), cue);
            }

            for (var i = at; i < count && _sentence[i].First < next; i++)
            {
                _sentence[i] = _sentence[i] with { Cues = (_sentence[i].Cues | cue) & ~NameCue.Initial };
            }
        }

        Sort();
    }

    private void AddAppositions(TokenView view)
    {
        var isTrial = _sentence.Count > 0 && SentenceTraits.Tells(view, Lexicon.Names.EvaluationWords);
        for (var i = 0; i < _sentence.Count; i++)
        {
            var (first, next) = (_sentence[i].First, _sentence[i].Next);
            var cues = i > 0 && NameChain.AreLinked(view, _sentence[i - 1].Next, first) ? _sentence[i - 1].Cues & (NameCue.AfterDataset | NameCue.TriedOn) : NameCue.None;
            cues |= Apposition.IsAfterDataset(view, first) ? NameCue.AfterDataset : NameCue.None;
            cues |= isTrial && Apposition.IsTriedOn(view, first) ? NameCue.TriedOn : NameCue.None;
            _sentence[i] = _sentence[i] with { Cues = _sentence[i].Cues | cues | Apposition.Behind(view, next) };
        }
    }

    private void Sort() => _sentence.Sort((a, b) => a.First.CompareTo(b.First));

    // "ML-SUPERB 2.0", "BraTS 2020": a number right behind belongs to the name, unless it counts or measures something.
    private static int RunEnd(TokenView view, int at)
    {
        var next = NameReader.RunEnd(view, at);
        if (!view.Is(next, TokenKind.Number) || view.Glued(next))
        {
            return next;
        }

        var end = view.Glued(next + 1) && view.Is(next + 1, TokenKind.Word) ? next + 2 : next + 1;
        var isVersion = view.Of(next) is [_, '.', _] && !view.Is(next + 1, '%');
        var isLast = end >= view.Count || EndsSentence(view, end) || view.Is(end, Lexicon.Names.InnerWords) || view.Is(end, Lexicon.Names.DatasetNouns);
        return isVersion || isLast ? end : next;
    }

    private static bool EndsSentence(TokenView view, int at) => view.Mark(at) is '.' or ',' or ')' or ';' or ':';

    private static uint KeyOf(TokenView view, TokenRange range)
    {
        var span = view.Span(range.First, range.Next);
        return NameHash.OfName(NameReader.WithoutGenitive(view.Text.AsSpan(span.Start, span.Length)));
    }
}
